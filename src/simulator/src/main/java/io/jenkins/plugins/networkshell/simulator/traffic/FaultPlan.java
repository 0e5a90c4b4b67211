package io.jenkins.plugins.networkshell.simulator.traffic;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A fault with its parameters. Immutable; the {@code with…}-like methods return changed copies.
 *
 * @param fault the kind
 * @param afterBytes number of bytes of shell output before it; counted from the start of the shell, or, with {@code
 *     command}, from the first byte that the command prints after its echo; default 0
 * @param command the fault waits for a command line that this pattern matches as a whole; null: from the shell's start
 * @param every the pause of the faults that have one, default 10 ms
 * @param text of the faults that print something; null: the fault's default
 * @param skip number of connections without the fault first, default 0
 * @param connections number of connections with the fault after those, default all ({@link Integer#MAX_VALUE}): 1 makes
 *     the first attempt fail and the second succeed
 */
public record FaultPlan(
        Fault fault, long afterBytes, Pattern command, Duration every, String text, int skip, int connections) {
    public FaultPlan {
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(every, "every");
        if (afterBytes < 0 || skip < 0 || connections < 0 || every.isNegative()) {
            throw new IllegalArgumentException("afterBytes, every, skip and connections must not be negative");
        }
    }

    /** The fault with its defaults, on every connection. */
    public static FaultPlan of(Fault fault) {
        return new FaultPlan(fault, 0, null, Duration.ofMillis(10), null, 0, Integer.MAX_VALUE);
    }

    public FaultPlan afterBytes(long bytes) {
        return new FaultPlan(fault, bytes, command, every, text, skip, connections);
    }

    /** @param regex must match a whole command line */
    public FaultPlan onCommand(String regex) {
        return new FaultPlan(fault, afterBytes, Pattern.compile(regex), every, text, skip, connections);
    }

    public FaultPlan every(Duration pause) {
        return new FaultPlan(fault, afterBytes, command, pause, text, skip, connections);
    }

    public FaultPlan text(String replacement) {
        return new FaultPlan(fault, afterBytes, command, every, replacement, skip, connections);
    }

    public FaultPlan skipConnections(int spared) {
        return new FaultPlan(fault, afterBytes, command, every, text, spared, connections);
    }

    public FaultPlan forConnections(int hit) {
        return new FaultPlan(fault, afterBytes, command, every, text, skip, hit);
    }

    /** @param connection counted from 0 per device, in the order of accepting */
    public boolean hits(long connection) {
        return connection >= skip && connection - skip < connections;
    }

    public String textOr(String fallback) {
        return text == null ? fallback : text;
    }
}
