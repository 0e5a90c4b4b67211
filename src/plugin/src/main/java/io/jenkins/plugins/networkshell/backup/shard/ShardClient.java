package io.jenkins.plugins.networkshell.backup.shard;

import hudson.remoting.Channel;
import hudson.remoting.RequestAbortedException;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.networkshell.run.AgentPreparation;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Follows a shard on another machine, or this one, from start to end, on the calling thread. It polls and is never
 * called back.
 *
 * @param channel to the machine
 */
public record ShardClient(VirtualChannel channel, ShardPlan plan) {
    private static final Logger LOGGER = Logger.getLogger(ShardClient.class.getName());

    /**
     * @throws LostShardException if the machine is lost
     * @throws InterruptedException if this thread was interrupted; the shard ends within two seconds
     */
    public void run(ShardReceiver receiver) throws IOException, InterruptedException {
        boolean over = false;
        try {
            AgentPreparation.prepare(channel);
            channel.call(new StartCall(plan));
            while (!over) {
                ShardReply reply = channel.call(new FetchCall(plan.id()));
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (reply == null) {
                    throw new LostShardException(Messages.ShardClient_Stopped(), null);
                }
                over = take(reply, receiver);
            }
        } catch (IOException | RequestAbortedException e) {
            if (Channel.isClosedChannelException(e) || e instanceof RequestAbortedException) {
                throw new LostShardException(e.getMessage(), e);
            }
            throw e;
        } finally {
            if (!over) {
                stop();
            }
        }
    }

    private boolean take(ShardReply reply, ShardReceiver receiver) throws IOException, InterruptedException {
        for (ShardItem item : reply.items()) {
            receiver.accept(item);
        }
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

    private void stop() {
        try {
            channel.callAsync(new StopCall(plan.id()));
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "A shard could not be stopped; it ends with its channel.", e);
        }
    }
}
