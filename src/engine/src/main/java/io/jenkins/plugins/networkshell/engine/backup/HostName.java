package io.jenkins.plugins.networkshell.engine.backup;

import com.google.re2j.Pattern;

/** What can be the host of a device: a DNS name, an IPv4 address, an IPv6 address without brackets. */
public final class HostName {
    /** For messages: completes {@code allowed: …}. */
    public static final String ALLOWED = "a host name, an IPv4 address or an IPv6 address";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252})");
    private static final Pattern IPV6 =
            Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9_.-]{1,32})?");

    private HostName() {}

    public static boolean isValid(String text) {
        return NAME.matches(text) || IPV6.matches(text);
    }
}
