package io.jenkins.plugins.networkshell.engine.ssh.link;

/** Keeps SSHJ from resolving names: it creates a socket address from the host's name only to name a thread. */
final class NumericHost {
    private NumericHost() {}

    /** {@code host} if it is an address, otherwise an arbitrary address. */
    static String of(String host) {
        boolean numeric = host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        return numeric ? host : "0.0.0.0";
    }
}
