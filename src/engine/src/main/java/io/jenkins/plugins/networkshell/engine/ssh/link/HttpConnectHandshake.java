package io.jenkins.plugins.networkshell.engine.ssh.link;

import io.jenkins.plugins.networkshell.engine.target.Proxy;
import io.jenkins.plugins.networkshell.engine.text.HostAndPort;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** HTTP's {@code CONNECT}: RFC 9110 section 9.3.6. */
record HttpConnectHandshake(Proxy.HttpConnect proxy) implements ProxyHandshake {
    private static final int LONGEST_HEAD = 16 * 1024;

    @Override
    public void run(Wire wire, String host, int port) throws IOException {
        String authority = HostAndPort.text(host, port);
        StringBuilder request = new StringBuilder("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n");
        if (proxy.username() != null) {
            String login = proxy.username() + ":"
                    + (proxy.password() == null ? "" : proxy.password().reveal());
            request.append("Proxy-Authorization: Basic ")
                    .append(Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                    .append("\r\n");
        }
        wire.output().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        wire.output().flush();
        String status = readHead(wire.input()).lines().findFirst().orElse("");
        String[] fields = status.split(" ");
        String code = fields.length > 1 ? fields[1] : "";
        if (!status.startsWith("HTTP/")) {
            throw new ProxyRefusal("it is not an HTTP proxy; it says " + Quoted.of(status));
        }
        if (code.equals("407") || code.equals("401")) { // the latter is wrong, but tinyproxy sends it
            throw new LoginRefusal(
                    proxy.username() == null
                            ? "it wants a user name and a password (" + Quoted.of(status) + ")"
                            : "it rejected the user name or the password (" + Quoted.of(status) + ")");
        }
        if (!code.startsWith("2")) {
            throw new ProxyRefusal("it says " + Quoted.of(status));
        }
    }

    /** Reads no further, because the bytes after the empty line come from the other host. */
    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int newlines = 0;
        while (newlines < 2 && head.size() < LONGEST_HEAD) {
            int b;
            try {
                b = in.read();
            } catch (IOException e) {
                if (head.size() == 0) {
                    throw e;
                }
                break; // its reply before it hung up is the better message
            }
            if (b < 0) {
                break;
            }
            head.write(b);
            newlines = b == '\n' ? newlines + 1 : b == '\r' ? newlines : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
