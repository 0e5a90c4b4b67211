package io.jenkins.plugins.networkshell.backup.shard;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import hudson.remoting.Channel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;

/**
 * The shards of one machine, by id. On an agent they belong to its channel to the controller and end with it.
 * Thread-safe.
 */
final class Shards {
    private static final Duration PATROL = Duration.ofSeconds(10);

    private final Map<String, Entry> byId = new ConcurrentHashMap<>();

    /** @param patrol checks whether results are still fetched */
    private record Entry(Shard shard, Future<?> patrol) {
        List<ShardItem> stop() {
            patrol.cancel(false);
            return shard.stop();
        }

        void abandon() {
            patrol.cancel(false);
            shard.abandon();
        }
    }

    /** The shards of the machine on which this runs. */
    static Shards here() {
        Channel channel = Channel.current();
        return channel == null ? Controller.get().shards : of(channel);
    }

    private static Shards of(Channel channel) {
        synchronized (channel) {
            String name = Shards.class.getName();
            if (channel.getProperty(name) instanceof Shards known) {
                return known;
            }
            Shards shards = new Shards();
            channel.setProperty(name, shards);
            channel.addListener(new Channel.Listener() {
                @Override
                public void onClosed(Channel closed, IOException cause) {
                    shards.stopAll();
                }
            });
            return shards;
        }
    }

    void start(ShardPlan plan) {
        Shard shard = Shard.start(plan);
        Future<?> patrol = Timer.get()
                .scheduleWithFixedDelay(
                        shard::stopIfForgotten, PATROL.toMillis(), PATROL.toMillis(), TimeUnit.MILLISECONDS);
        byId.put(plan.id(), new Entry(shard, patrol));
    }

    /** @return null if there is no such shard, because it was stopped */
    ShardReply fetch(String id, Duration atMost) throws InterruptedException {
        Entry entry = byId.get(id);
        if (entry == null) {
            return null;
        }
        ShardReply reply = entry.shard().fetch(atMost);
        if (reply.ended()) {
            entry.patrol().cancel(false);
            byId.remove(id);
        }
        return reply;
    }

    /** @return results that were not fetched */
    List<ShardItem> stop(String id) {
        Entry entry = byId.remove(id);
        return entry == null ? List.of() : entry.stop();
    }

    private void stopAll() {
        byId.values().forEach(Entry::stop);
        byId.clear();
    }

    /** Holds the shards of the controller. */
    @Extension
    public static final class Controller {
        private final Shards shards = new Shards();

        static Controller get() {
            return ExtensionList.lookupSingleton(Controller.class);
        }

        /** Ends the shards when Jenkins stops, because a restart inside its container does not end the process. */
        @Terminator
        public static void abandonAll() {
            get().shards.byId.values().forEach(Entry::abandon);
        }
    }
}
