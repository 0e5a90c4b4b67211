package io.jenkins.plugins.networkshell.engine.ssh.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A command's output and its errors: two queues that are read in the order in which the bytes came. */
class ByteQueueTest {
    private final ByteQueue output = new ByteQueue(1 << 20);
    private final ByteQueue errors = output.addPartner();

    private static void put(ByteQueue queue, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        queue.put(bytes, 0, bytes.length);
    }

    /** As the reader of a command does it, until nothing is there. */
    private String read(int bufferSize) throws InterruptedException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[bufferSize];
        while (true) {
            ByteQueue next = output.shouldLookAtPartner() ? errors : output;
            int count = next.take(buffer, 0, buffer.length, 0);
            if (count <= 0) {
                return text.toString();
            }
            text.append(new String(buffer, 0, count, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void outputThatCameFirstIsReadFirst() throws Exception {
        put(output, "one ");
        put(errors, "two ");
        put(output, "three ");
        put(output, "four ");
        put(errors, "five");
        output.end();
        errors.end();
        assertThat(read(100)).isEqualTo("one two three four five");
        assertThat(output.take(new byte[1], 0, 1, 0)).isEqualTo(-1);
    }

    @Test
    void theEndIsNotToldBeforeWhatThePartnerHas() throws Exception {
        put(errors, "first");
        put(output, "then");
        output.end();
        assertThat(output.take(new byte[9], 0, 9, 0)).isZero();
        assertThat(read(2)).isEqualTo("firstthen");
    }

    @Test
    void whatTakesTurnsIsWholeAndInOrder() throws Exception {
        Random random = new Random(7);
        StringBuilder all = new StringBuilder();
        StringBuilder got = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            String piece = String.valueOf(i).repeat(1 + random.nextInt(3));
            put(random.nextBoolean() ? output : errors, piece);
            all.append(piece);
            if (random.nextInt(50) == 0) {
                got.append(read(1 + random.nextInt(20)));
            }
        }
        assertThat(got.append(read(100))).hasToString(all.toString());
    }

    /** A server can't fill the memory by sending single bytes in turns. */
    @Test
    void endlessTurnsLoseTheirOrderButNoByte() throws Exception {
        for (int i = 0; i < 100_000; i++) {
            put(output, "o");
            put(errors, "e");
        }
        String text = read(4096);
        assertThat(text).startsWith("oeoeoeoe").hasSize(200_000);
        assertThat(text.chars().filter(c -> c == 'e').count()).isEqualTo(100_000);
    }
}
