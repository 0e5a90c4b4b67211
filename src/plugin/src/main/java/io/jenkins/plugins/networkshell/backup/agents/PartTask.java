package io.jenkins.plugins.networkshell.backup.agents;

import hudson.model.Computer;
import hudson.model.Executor;
import hudson.model.Item;
import hudson.model.Label;
import hudson.model.Node;
import hudson.model.Queue;
import hudson.model.ResourceList;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.queue.SubTask;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import io.jenkins.plugins.networkshell.backup.shard.LostShardException;
import io.jenkins.plugins.networkshell.backup.shard.ShardClient;
import io.jenkins.plugins.networkshell.backup.shard.ShardPlan;
import io.jenkins.plugins.networkshell.run.SessionSlots;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.Authentication;

/**
 * A part of a backup as a task of Jenkins' queue. It has the permissions of the build and, like the build's step, does
 * not survive a restart of Jenkins.
 */
final class PartTask implements Queue.Task, Queue.TransientTask, AccessControlled {
    private final BackupPart part;
    private final AgentBackup backup;
    private final String name;
    private volatile Executor executor;

    PartTask(BackupPart part, AgentBackup backup) {
        this.part = part;
        this.backup = backup;
        name = Messages.PartTask_Name(
                backup.build().getFullDisplayName(), part.number(), part.open().size());
    }

    BackupPart part() {
        return part;
    }

    /** Whether it has an executor. */
    boolean isRunning() {
        return executor != null;
    }

    /** Removes it from the queue, or stops it on its executor. */
    void cancel() {
        Queue.getInstance().cancel(this);
        Executor running = executor;
        if (running != null) {
            running.interrupt(Result.ABORTED);
        }
    }

    @Override
    public Queue.Executable createExecutable() {
        return backup.isOver() ? null : new Execution();
    }

    /** Runs on an executor's thread on the controller, while the executor's agent does the work. */
    private final class Execution implements Queue.Executable {
        @Override
        public SubTask getParent() {
            return PartTask.this;
        }

        @Override
        public void run() {
            Executor current = Executor.currentExecutor();
            if (current == null) {
                throw new IllegalStateException("Not on an executor.");
            }
            executor = current;
            try {
                if (!backup.isOver()) { // it may just have been cancelled
                    run(current.getOwner());
                }
            } finally {
                executor = null;
            }
        }

        private void run(Computer computer) {
            VirtualChannel channel = computer.getChannel();
            String agent = computer.getDisplayName();
            if (channel == null || isGone(channel)) {
                backup.missed(PartTask.this);
                return;
            }
            try {
                String node = computer.getName();
                SessionSlots.get().checkMayRun(node);
                ShardPlan plan = backup.plan(part);
                new ShardClient(
                                channel,
                                plan.with(
                                        plan.options().atMost(SessionSlots.get().most(node))),
                                part)
                        .run();
                backup.done(PartTask.this);
            } catch (LostShardException e) {
                backup.lost(PartTask.this, agent);
            } catch (InterruptedException e) {
                // Jenkins interrupts the executors of a removed agent.
                if (isGone(channel)) {
                    backup.lost(PartTask.this, agent);
                } else {
                    backup.stopped(PartTask.this, agent);
                }
            } catch (IOException | RuntimeException e) {
                backup.failed(PartTask.this, e);
            }
        }

        private static boolean isGone(VirtualChannel channel) {
            return channel instanceof Channel remote && remote.isClosingOrClosed();
        }

        @Override
        public long getEstimatedDuration() {
            return -1;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Override
    public Label getAssignedLabel() {
        return backup.label();
    }

    @Override
    public Node getLastBuiltOn() {
        return null;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    @Override
    public String getFullDisplayName() {
        return name;
    }

    @Override
    public String getUrl() {
        return backup.build().getUrl();
    }

    @Override
    public String getAffinityKey() {
        return name; // spreads the parts
    }

    @Override
    public long getEstimatedDuration() {
        return -1;
    }

    @Override
    public ResourceList getResourceList() {
        return ResourceList.EMPTY;
    }

    @Override
    public Queue.Task getOwnerTask() {
        return backup.build().getParent() instanceof Queue.Task job ? job : this;
    }

    @Override
    public Queue.Executable getOwnerExecutable() {
        Run<?, ?> build = backup.build();
        return build instanceof Queue.Executable executable ? executable : null;
    }

    @Override
    public Object getSameNodeConstraint() {
        return null;
    }

    @Override
    public Collection<? extends SubTask> getSubTasks() {
        return List.of(this);
    }

    @Override
    public boolean isConcurrentBuild() {
        return true;
    }

    @Override
    public Authentication getDefaultAuthentication2() {
        return backup.authentication();
    }

    @Override
    public Authentication getDefaultAuthentication2(Queue.Item item) {
        return backup.authentication();
    }

    @Override
    public ACL getACL() {
        return backup.build().getACL();
    }

    @Override
    public void checkAbortPermission() {
        checkPermission(Item.CANCEL);
    }

    @Override
    public boolean hasAbortPermission() {
        return hasPermission(Item.CANCEL);
    }
}
