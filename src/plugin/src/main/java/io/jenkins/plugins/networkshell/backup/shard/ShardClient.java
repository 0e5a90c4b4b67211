package io.jenkins.plugins.networkshell.backup.shard;

import hudson.remoting.Channel;
import hudson.remoting.RequestAbortedException;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.networkshell.run.AgentPreparation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Follows a shard on another machine, or this one, from start to end, on the calling thread. It polls and is never
 * called back. For one call of {@link #run}.
 */
public final class ShardClient {
    private static final Logger LOGGER = Logger.getLogger(ShardClient.class.getName());
    /** A build that is stopped does not wait for an agent that has stalled. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final VirtualChannel channel;
    private final ShardPlan plan;
    private final ShardReceiver receiver;
    private final Queue<ShardItem> fetched = new ArrayDeque<>();
    private Future<ShardReply> fetching;

    /** @param channel to the machine */
    public ShardClient(VirtualChannel channel, ShardPlan plan, ShardReceiver receiver) {
        this.channel = channel;
        this.plan = plan;
        this.receiver = receiver;
    }

    /**
     * @throws LostShardException if the machine is lost
     * @throws InterruptedException if this thread was interrupted; what the shard had finished by then was received, and it
     *     ends within two seconds
     */
    public void run() throws IOException, InterruptedException {
        boolean over = false;
        try {
            AgentPreparation.prepare(channel);
            channel.call(new StartCall(plan));
            while (!over) {
                over = take(fetch());
            }
        } catch (IOException | RequestAbortedException e) {
            if (Channel.isClosedChannelException(e) || e instanceof RequestAbortedException) {
                throw new LostShardException(e.getMessage(), e);
            }
            throw e;
        } catch (InterruptedException e) {
            over = true;
            stopAndTakeRest();
            throw e;
        } finally {
            if (!over) {
                stop();
            }
        }
    }

    /** Not with {@code call}, which drops the reply if this thread is interrupted. */
    private ShardReply fetch() throws IOException, InterruptedException {
        fetching = channel.callAsync(new FetchCall(plan.id()));
        try {
            ShardReply reply = fetching.get();
            fetching = null;
            if (reply == null) {
                throw new LostShardException(Messages.ShardClient_Stopped(), null);
            }
            return reply;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }

    private boolean take(ShardReply reply) throws IOException, InterruptedException {
        fetched.addAll(reply.items());
        takeFetched();
        receiver.moment();
        if (!reply.ended()) {
            return false;
        }
        receiver.learned(plan, reply.learnedHostKeys());
        if (reply.defect() != null) {
            throw new LostShardException(reply.defect(), null);
        }
        return true;
    }

    private void takeFetched() throws IOException, InterruptedException {
        for (ShardItem item = fetched.poll(); item != null; item = fetched.poll()) {
            receiver.accept(item);
        }
    }

    private void stopAndTakeRest() throws InterruptedException {
        try {
            takeFetched();
            Future<? extends List<ShardItem>> stopping = channel.callAsync(new StopCall(plan.id()));
            if (fetching != null) {
                ShardReply last = fetching.get(REST.toMillis(), TimeUnit.MILLISECONDS);
                fetched.addAll(last == null ? List.of() : last.items());
            }
            fetched.addAll(stopping.get(REST.toMillis(), TimeUnit.MILLISECONDS));
            takeFetched();
        } catch (IOException | ExecutionException | TimeoutException | RuntimeException e) {
            LOGGER.log(Level.FINE, "The rest of a shard that was stopped could not be fetched.", e);
        }
    }

    private void stop() {
        try {
            channel.callAsync(new StopCall(plan.id()));
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "A shard could not be stopped; it ends with its channel.", e);
        }
    }
}
