package io.jenkins.plugins.networkshell.engine.ssh.link;

/** Keeps SSHJ from resolving names: it creates a socket address from the host's name only to name a thread. */
final class NumericHost {
    private NumericHost() {}

    /** {@code host} if it is an address, otherwise an arbitrary address. */
    static String of(String host) {
        return is(host) ? host : "0.0.0.0";
    }

    /** Whether it is an address, not a name: nothing has to be asked to connect to it. */
    static boolean is(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }
}
