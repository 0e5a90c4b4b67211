package io.jenkins.plugins.networkshell.backup.agents;

import hudson.AbortException;
import hudson.model.Computer;
import hudson.model.Label;
import hudson.model.Node;
import hudson.model.Queue;
import hudson.model.Run;
import io.jenkins.plugins.networkshell.backup.shard.ShardItem;
import io.jenkins.plugins.networkshell.backup.shard.ShardPlan;
import io.jenkins.plugins.networkshell.backup.shard.ShardReceiver;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/**
 * A backup whose devices are divided among the agents with a label. Jenkins' queue decides which agent does which part,
 * and when. If an agent is lost, its devices without a result become a new part. Thread-safe.
 */
public final class AgentBackup {
    /** How many agents may try a device before it is given up. */
    private static final int MOST_ATTEMPTS = 3;

    /** The longest wait for an agent to come online. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration MOMENT = Duration.ofSeconds(1);
    /** A stopped build ends within two seconds. */
    private static final Duration STOP = Duration.ofMillis(1500);

    private final Run<?, ?> build;
    private final Label label;
    private final boolean bySite;
    private final ShardPlan whole;
    private final ShardReceiver receiver;
    private final Authentication authentication = Jenkins.getAuthentication2();
    private final long start = System.nanoTime();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<PartTask> tasks = new ArrayList<>();
    private Exception failure;
    private volatile boolean over;
    private long aliveAt = start;

    /**
     * @param bySite whether devices of a site stay together
     * @param receiver receives the results of all agents, on several threads
     */
    public AgentBackup(Run<?, ?> build, Label label, boolean bySite, ShardPlan whole, ShardReceiver receiver) {
        this.build = build;
        this.label = label;
        this.bySite = bySite;
        this.whole = whole;
        this.receiver = receiver;
    }

    Run<?, ?> build() {
        return build;
    }

    Label label() {
        return label;
    }

    Authentication authentication() {
        return authentication;
    }

    /** Runs until each device has a result. An interrupt ends all parts. */
    public void run() throws IOException, InterruptedException {
        try {
            int agents = Math.max(1, online());
            List<List<Device>> split = DeviceSplit.of(whole.devices(), bySite, agents);
            receiver.accept(new ShardItem.Said(Messages.AgentBackup_Split(split.size(), label.getName())));
            lock.lockInterruptibly();
            try {
                for (int i = 0; i < split.size(); i++) {
                    schedule(new BackupPart(i + 1, 1, split.get(i), receiver));
                }
            } finally {
                lock.unlock();
            }
            await();
        } finally {
            end();
        }
    }

    private int online() {
        int online = 0;
        for (Node node : label.getNodes()) {
            Computer computer = node.toComputer();
            if (computer != null && computer.isOnline() && computer.isAcceptingTasks()) {
                online++;
            }
        }
        return online;
    }

    /** Called with the lock held. */
    private void schedule(BackupPart part) {
        PartTask task = new PartTask(part, this);
        tasks.add(task);
        Queue.getInstance().schedule2(task, 0);
    }

    private void await() throws IOException, InterruptedException {
        List<BackupPart> hopeless = new ArrayList<>();
        lock.lockInterruptibly();
        try {
            while (!tasks.isEmpty() && failure == null && hopeless.isEmpty()) {
                if (changed.await(MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                    continue;
                }
                receiver.moment();
                if (isHopeless()) {
                    tasks.forEach(task -> hopeless.add(task.part()));
                }
            }
            throwFailure();
        } finally {
            lock.unlock();
        }
        for (BackupPart part : hopeless) {
            giveUp(part, hopelessness());
        }
    }

    private void throwFailure() throws IOException {
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whether nothing runs or will run, because the time is up or there is no agent. Called with the lock held. */
    private boolean isHopeless() {
        if (tasks.stream().anyMatch(PartTask::isRunning)) {
            aliveAt = System.nanoTime();
            return false;
        }
        if (left().isZero()) {
            return true;
        }
        if (online() > 0) {
            aliveAt = System.nanoTime();
        }
        return System.nanoTime() - aliveAt > PATIENCE.toNanos();
    }

    private DeviceFailure hopelessness() {
        return left().isZero()
                ? new DeviceFailure(DeviceFailure.NOT_TRIED, Messages.AgentBackup_Deadline(), null)
                : new DeviceFailure(
                        DeviceFailure.NOT_TRIED,
                        Messages.AgentBackup_NoAgent(label.getName(), PATIENCE.toMinutes()),
                        null);
    }

    /** The remaining time of the whole backup; zero if it is up. */
    private Duration left() {
        Duration left = whole.options().deadline().minusNanos(System.nanoTime() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The plan for a part's agent, with only what the part needs. */
    ShardPlan plan(BackupPart part) {
        Duration left = left();
        return whole.of(part.open(), whole.options().withDeadline(left.isZero() ? Duration.ofMillis(1) : left));
    }

    /** Takes no lock, because Jenkins' queue calls it under its own lock, which scheduling a part needs. */
    boolean isOver() {
        return over;
    }

    void done(PartTask task) {
        List<Device> rest = task.part().open();
        if (!rest.isEmpty()) { // an agent that claims to be done but is not
            task.part().end();
        }
        finish(
                task,
                rest.isEmpty()
                        ? null
                        : new BackupPart(task.part().number(), task.part().attempt() + 1, rest, receiver));
    }

    /**
     * The agent was gone before the part reached it: for a moment after a loss, Jenkins still has its executors. This does
     * not count as an attempt; otherwise a part could use up all its attempts before Jenkins notices the loss.
     */
    void missed(PartTask task) {
        finish(task, task.part());
    }

    /** The agent was lost; its unfinished devices go to another one. */
    void lost(PartTask task, String agent) {
        BackupPart part = task.part();
        part.end();
        List<Device> rest = part.open();
        tell(Messages.AgentBackup_Lost(agent, rest.size()));
        finish(task, rest.isEmpty() ? null : new BackupPart(part.number(), part.attempt() + 1, rest, receiver));
    }

    /** The part was stopped on its executor, or the whole backup is being stopped. */
    void stopped(PartTask task, String agent) {
        failed(task, new AbortException(Messages.AgentBackup_Stopped(agent)));
    }

    void failed(PartTask task, Exception e) {
        lock.lock();
        try {
            if (!over && failure == null) {
                failure = e;
            }
        } finally {
            lock.unlock();
        }
        finish(task, null);
    }

    private void finish(PartTask task, BackupPart rest) {
        boolean givenUp = rest != null && rest.attempt() > MOST_ATTEMPTS;
        if (givenUp) {
            try {
                giveUp(
                        rest,
                        new DeviceFailure(
                                ErrorKind.CONNECTION_LOST.name().toLowerCase(Locale.ROOT),
                                Messages.AgentBackup_LostTooOften(MOST_ATTEMPTS),
                                null));
            } catch (IOException e) {
                failed(task, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        lock.lock();
        try {
            tasks.remove(task);
            if (rest != null && !givenUp && !over) {
                schedule(rest);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void giveUp(BackupPart part, DeviceFailure why) throws IOException, InterruptedException {
        for (Device device : part.open()) {
            part.accept(new ShardItem.Finished(device.name(), null, why, 0, 0));
        }
    }

    private void tell(String sentence) {
        try {
            receiver.accept(new ShardItem.Said(sentence));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e); // a sentence is only printed
        }
    }

    /** Stops all parts, and waits a moment for what their agents have finished. */
    private void end() {
        List<PartTask> left;
        lock.lock();
        try {
            over = true;
            left = new ArrayList<>(tasks);
        } finally {
            lock.unlock();
        }
        left.forEach(PartTask::cancel);
        awaitStopped();
        left.forEach(task -> task.part().end());
    }

    private void awaitStopped() {
        long rest = STOP.toNanos();
        lock.lock();
        try {
            while (rest > 0 && tasks.stream().anyMatch(PartTask::isRunning)) {
                rest = changed.awaitNanos(rest);
            }
            tasks.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // somebody stops the build a second time
        } finally {
            lock.unlock();
        }
    }
}
