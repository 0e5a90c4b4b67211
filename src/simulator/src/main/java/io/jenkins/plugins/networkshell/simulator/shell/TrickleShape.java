package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.time.Duration;

/** Sends one byte at a time, from the start or from a certain command and byte on. */
final class TrickleShape implements Shape {
    private final FaultPlan plan;
    private long before;
    private boolean armed;

    TrickleShape(FaultPlan plan) {
        this.plan = plan;
        this.before = plan.afterBytes();
        this.armed = plan.command() == null;
    }

    @Override
    public void command(String line) {
        armed = armed || plan.command().matcher(line).matches();
    }

    @Override
    public int piece(byte[] bytes, int from, int to) {
        if (!armed) {
            return to - from;
        }
        return before > 0 ? (int) Math.min(before, to - from) : 1;
    }

    @Override
    public Duration sent(byte[] bytes, int from, int to) {
        if (!armed) {
            return Duration.ZERO;
        }
        if (before > 0) {
            before -= to - from;
            return Duration.ZERO;
        }
        return plan.every();
    }
}
