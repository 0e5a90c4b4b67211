package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The limits of a running command: for its total time, for the session, and for silence. */
final class ExecLimits {
    private static final Duration LONGEST = Duration.ofDays(10_000);

    private final Target target;
    private final RemoteCommand command;
    private final ExecProgress progress;
    private final Duration whole;
    private final boolean bySession;
    private final Duration silence;
    private final LongSupplier nanoClock;
    private final long start;
    private long lastByte;

    ExecLimits(Target target, RemoteCommand command, ExecProgress progress, LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
        this.lastByte = start;
        this.target = target;
        this.command = command;
        this.progress = progress;
        Duration own = command.timeout() == null ? target.limits().command() : command.timeout();
        Duration session = target.limits().session();
        bySession = session.compareTo(own) < 0;
        whole = atMost(bySession ? session : own);
        silence = command.silence() == null ? LONGEST : atMost(command.silence());
    }

    private static Duration atMost(Duration limit) {
        return limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
    }

    void heard() {
        lastByte = nanoClock.getAsLong();
    }

    private long leftNanos() {
        long now = nanoClock.getAsLong();
        return Math.min(whole.toNanos() - (now - start), silence.toNanos() - (now - lastByte));
    }

    Duration longestWait() {
        return Duration.ofNanos(Math.max(0, leftNanos()));
    }

    boolean areOver() {
        return leftNanos() <= 0;
    }

    Duration elapsed() {
        return Duration.ofNanos(nanoClock.getAsLong() - start);
    }

    NetworkShellException exceeded() {
        boolean tooLong = nanoClock.getAsLong() - start >= whole.toNanos();
        String what = tooLong
                ? " did not end within " + Durations.text(whole)
                        + (bySession ? ", the limit for all of the session" : "")
                : " printed nothing for " + Durations.text(silence);
        String last = progress.lastLine();
        return new NetworkShellException(
                ErrorKind.TIMEOUT,
                target.host(),
                "'" + command.command() + "' on " + target.address() + what
                        + (last.isEmpty() ? "; it printed nothing at all." : "; the last line: " + last + "."),
                "It was told to end; whether it did, the device does not say.",
                null);
    }
}
