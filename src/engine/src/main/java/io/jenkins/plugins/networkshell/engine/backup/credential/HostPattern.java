package io.jenkins.plugins.networkshell.engine.backup.credential;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.backup.HostName;
import io.jenkins.plugins.networkshell.engine.backup.input.NamePattern;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Hosts that a credential is meant for: {@code *} (all), a name with wildcards ({@code *.core.example.net}), an address
 * with wildcards ({@code 10.0.*}), an address, or a network ({@code 10.0.0.0/8}, {@code 2001:db8::/32}).
 *
 * <p>Address patterns match only addresses, never names. Names are not resolved, because whoever controls the name
 * could direct the credential to their own address; and {@code 10.0.0.evil.example} is not in {@code 10.0.*}.
 */
final class HostPattern implements Serializable {
    /** For messages: completes {@code allowed: …}. */
    static final String ALLOWED =
            "*, a host name such as *.example.net, an address such as 10.0.*, or a network such as" + " 10.0.0.0/8";

    private static final long serialVersionUID = 1L;
    private static final Pattern ADDRESS_WITH_WILDCARDS = Pattern.compile("[0-9.*?]+");
    private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:]*:[0-9A-Fa-f.:]*|::");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.*?-]+");

    private final String text;
    private final NamePattern names;
    private final byte[] network;
    private final int bits;

    private HostPattern(String text, byte[] network, int bits) {
        this.text = text;
        this.names = new NamePattern(text);
        this.network = network;
        this.bits = bits;
    }

    /** @return empty if the text is not a pattern */
    static Optional<HostPattern> parse(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return network(text, slash);
        }
        Optional<byte[]> address = address(text);
        if (address.isPresent()) {
            return Optional.of(new HostPattern(text, address.get(), address.get().length * 8));
        }
        return NAME.matches(text) ? Optional.of(new HostPattern(text, null, 0)) : Optional.empty();
    }

    private static Optional<HostPattern> network(String text, int slash) {
        String length = text.substring(slash + 1);
        Optional<byte[]> address = address(text.substring(0, slash));
        if (address.isEmpty() || !length.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(length);
        return bits <= address.get().length * 8
                ? Optional.of(new HostPattern(text, address.get(), bits))
                : Optional.empty();
    }

    boolean matches(String host) {
        if (!HostName.isValid(host)) {
            return false;
        }
        if (text.equals("*")) {
            return true;
        }
        if (network != null) {
            return address(host).map(this::isInNetwork).orElse(false);
        }
        return names.matches(host) && (!ADDRESS_WITH_WILDCARDS.matches(text) || IPV4.matches(host));
    }

    private boolean isInNetwork(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % 8;
            if ((address[i / 8] & mask) != (network[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The bytes of an address; empty for names. Unlike Java, this does not accept {@code 10.1} and {@code 167772161}.
     */
    private static Optional<byte[]> address(String host) {
        if (!IPV4.matches(host) && !IPV6.matches(host)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
