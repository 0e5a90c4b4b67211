package io.jenkins.plugins.networkshell.engine.backup;

import com.google.re2j.Pattern;

/** Checks the host of a device: a DNS name, an IPv4 address, or an IPv6 address without brackets. */
public final class HostName {
    /** For messages: completes {@code allowed: …}. */
    public static final String ALLOWED = "a host name, an IPv4 address or an IPv6 address";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252})");
    private static final Pattern IPV6 =
            Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9_.-]{1,32})?");

    /** Only digits and dots: an address, possibly mistyped, not a name. */
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(\\.[0-9]+)+\\.?");

    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.|$)){4}");

    private HostName() {}

    public static boolean isValid(String text) {
        if (NUMBERS.matches(text)) {
            return !text.endsWith(".") && IPV4.matches(text);
        }
        return NAME.matches(text) || IPV6.matches(text);
    }
}
