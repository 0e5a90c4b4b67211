package io.jenkins.plugins.networkshell.engine.text;

/** Formats addresses as in URLs. */
public final class HostAndPort {
    private HostAndPort() {}

    /** {@code host:port}, with the brackets that an IPv6 address needs: {@code [2001:db8::1]:22}. */
    public static String text(String host, int port) {
        return bracketed(host) + ":" + port;
    }

    /** {@code host}, in brackets if it is an IPv6 address. */
    public static String bracketed(String host) {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }
}
