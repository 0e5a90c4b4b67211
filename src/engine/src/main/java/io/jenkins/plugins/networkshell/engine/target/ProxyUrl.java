package io.jenkins.plugins.networkshell.engine.target;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Parses proxy URLs. {@link java.net.URI} is not used, because it rejects host names with an underscore.
 *
 * <p>No message quotes the URL, because people do put passwords there.
 */
final class ProxyUrl {
    private static final int LAST_PORT = 65535;
    private static final String ALLOWED = "; allowed: socks5://[user@]host:port or http://[user@]host:port.";

    private static final Pattern PARTS =
            Pattern.compile("(socks5|http)://(?:([^/]*)@)?(\\[[0-9A-Fa-f:.]+\\]|[^\\[\\]:@/?#\\s]+):([0-9]{1,5})/?");

    private ProxyUrl() {}

    static Proxy parse(String url, Secret password) {
        String text = url.strip();
        Matcher parts = PARTS.matcher(withPlainScheme(text));
        if (!parts.matches()) {
            throw new IllegalArgumentException("This is not a proxy URL" + ALLOWED);
        }
        String user = parts.group(2);
        if (user != null && user.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "The proxy's password is kept apart from its address, which others may see" + ALLOWED);
        }
        int port = Integer.parseInt(parts.group(4));
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("A proxy's port is a number from 1 to " + LAST_PORT + ALLOWED);
        }
        if (user == null && password != null) {
            throw new IllegalArgumentException(
                    "There is a password for the proxy, but no user in its address" + ALLOWED);
        }
        String host = parts.group(3).replaceAll("[\\[\\]]", "");
        String name = user == null ? null : decoded(user);
        return parts.group(1).equals("http")
                ? new Proxy.HttpConnect(host, port, name, password)
                : new Proxy.Socks5(host, port, name, password);
    }

    /** Schemes ignore case. */
    private static String withPlainScheme(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon).toLowerCase(Locale.ROOT) + text.substring(colon);
    }

    /** Decodes {@code %40} to {@code @}; a {@code %} that begins no such code stays unchanged. */
    private static String decoded(String user) {
        StringBuilder bytes = new StringBuilder();
        byte[] given = user.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < given.length; i++) {
            int value = given[i] == '%' && i + 2 < given.length ? hex(given[i + 1]) * 16 + hex(given[i + 2]) : -1;
            if (value >= 0) {
                i += 2;
            }
            bytes.append((char) (value >= 0 ? value : given[i] & 0xff));
        }
        return new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static int hex(byte digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? -256 : value;
    }
}
