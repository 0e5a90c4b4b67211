package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.time.Duration;

/** Waits for a certain byte of the output, splits there, and fires its trigger once. */
final class CutShape implements Shape {
    private final FaultPlan plan;
    private final Trigger trigger;
    private long left;
    private boolean armed;
    private boolean spent;

    CutShape(FaultPlan plan, Trigger trigger) {
        this.plan = plan;
        this.trigger = trigger;
        this.left = plan.afterBytes();
        this.armed = plan.command() == null;
    }

    @Override
    public void command(String line) {
        if (!armed && plan.command().matcher(line).matches()) {
            armed = true;
        }
    }

    @Override
    public int piece(byte[] bytes, int from, int to) {
        return armed && !spent ? (int) Math.min(left, to - from) : to - from;
    }

    @Override
    public Duration sent(byte[] bytes, int from, int to) {
        if (armed && !spent) {
            left -= to - from;
        }
        return Duration.ZERO;
    }

    @Override
    public Trigger trigger() {
        if (armed && !spent && left == 0) {
            spent = true;
            return trigger;
        }
        return null;
    }
}
