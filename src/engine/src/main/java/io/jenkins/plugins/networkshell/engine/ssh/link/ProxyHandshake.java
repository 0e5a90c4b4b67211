package io.jenkins.plugins.networkshell.engine.ssh.link;

import io.jenkins.plugins.networkshell.engine.target.Proxy;
import java.io.IOException;

/** Asks a proxy to connect to a host, over a wire to the proxy. Afterwards the wire carries the bytes of that host. */
public interface ProxyHandshake {
    /** @throws ProxyRefusal if the proxy refuses */
    void run(Wire wire, String host, int port) throws IOException;

    /** A proxy's refusal. The message is its reason, for the end of a sentence. */
    class ProxyRefusal extends IOException {
        private static final long serialVersionUID = 1L;

        ProxyRefusal(String words) {
            super(words);
        }
    }

    /** The proxy rejected the login. It is not repeated, because proxies lock accounts like devices. */
    final class LoginRefusal extends ProxyRefusal {
        private static final long serialVersionUID = 1L;

        LoginRefusal(String words) {
            super(words);
        }
    }

    static ProxyHandshake of(Proxy proxy) {
        if (proxy instanceof Proxy.Socks5 socks) {
            return new Socks5Handshake(socks);
        }
        return new HttpConnectHandshake((Proxy.HttpConnect) proxy);
    }
}
