package io.jenkins.plugins.networkshell.backup.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits on an agent is bounded, and nothing of it is lost. */
@Timeout(60)
class ItemQueueTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ItemQueue queue = new ItemQueue();

    private static ShardItem item(int number) {
        return new ShardItem.Said("item " + number);
    }

    @Test
    void whoeverBringsTooMuchWaitsUntilItIsFetched() throws Exception {
        int many = 1000;
        Thread writer = new Thread(() -> {
            for (int i = 0; i < many; i++) {
                queue.put(item(i));
            }
            queue.end();
        });
        writer.start();
        int fetched = 0;
        while (!queue.isOver()) {
            List<ShardItem> taken = queue.take(LONG);
            assertThat(taken.size()).isLessThanOrEqualTo(256);
            for (ShardItem each : taken) {
                assertThat(each).isEqualTo(item(fetched));
                fetched++;
            }
        }
        writer.join();
        assertThat(fetched).isEqualTo(many);
    }

    @Test
    void theEndWakesWhoeverWaits() throws Exception {
        for (int i = 0; i < 256; i++) {
            queue.put(item(i));
        }
        Thread writer = new Thread(() -> queue.put(item(-1)));
        writer.start();
        queue.end();
        writer.join();
        assertThat(queue.take(LONG)).hasSize(256);
        assertThat(queue.isOver()).isTrue();
        assertThat(queue.take(LONG)).isEmpty();
    }

    @Test
    void anAbandonedQueueNeitherKeepsNorEnds() throws Exception {
        queue.put(item(1));
        queue.abandon();
        queue.put(item(2));
        queue.end();
        assertThat(queue.take(Duration.ZERO)).isEmpty();
        assertThat(queue.isOver()).isFalse();
    }
}
