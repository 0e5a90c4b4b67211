package io.jenkins.plugins.networkshell.engine.ssh.link;

import io.jenkins.plugins.networkshell.engine.target.Proxy;
import java.io.IOException;

/** Asks a proxy, over a wire to it, to connect to a host. After it the wire carries the bytes of that host. */
public interface ProxyHandshake {
    /** @throws ProxyRefusal when the proxy says no */
    void run(Wire wire, String host, int port) throws IOException;

    /** The words of a proxy that said no, for the end of a sentence. */
    class ProxyRefusal extends IOException {
        private static final long serialVersionUID = 1L;

        ProxyRefusal(String words) {
            super(words);
        }
    }

    /** It does not know us. Not to be tried again: accounts of proxies are locked like those of devices. */
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
