package io.jenkins.plugins.networkshell.engine.files;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.time.Duration;

/** Limits for the silence of a device, and for all work on its files. */
public final class ChannelLimits {
    private final String address;
    private final String host;
    private final Limits limits;
    private final long start = System.nanoTime();

    public ChannelLimits(SshConnection connection) {
        this(
                connection.target().host(),
                connection.target().address(),
                connection.target().limits());
    }

    public ChannelLimits(String host, String address, Limits limits) {
        this.host = host;
        this.address = address;
        this.limits = limits;
    }

    private Duration left() {
        return limits.session().minusNanos(System.nanoTime() - start);
    }

    /** The longest wait from now on; zero if the session has used up its time. */
    Duration longestWait() {
        Duration left = left();
        Duration wait = left.compareTo(limits.silence()) < 0 ? left : limits.silence();
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** @param doing for instance {@code reading '/etc/hosts'} */
    NetworkShellException exceeded(String doing) {
        return left().compareTo(Duration.ZERO) <= 0
                ? new NetworkShellException(
                        ErrorKind.TIMEOUT,
                        host,
                        "The session with " + address + " took longer than " + Durations.text(limits.session()) + ", "
                                + doing + ".",
                        null,
                        null)
                : new NetworkShellException(
                        ErrorKind.TIMEOUT,
                        host,
                        address + " was silent for " + Durations.text(limits.silence()) + " " + doing + ".",
                        null,
                        null);
    }
}
