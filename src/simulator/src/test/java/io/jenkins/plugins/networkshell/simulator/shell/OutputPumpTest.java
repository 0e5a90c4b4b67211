package io.jenkins.plugins.networkshell.simulator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.traffic.Chunking;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How output is cut, to the byte. */
class OutputPumpTest {
    private static final String TEXT = "[V200R009C00SPC500]\r\n#\r\nsysname HUAWEI\r\n".repeat(40);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void cutsTheSameWayForTheSameSeed() throws Exception {
        List<String> first = pieces(List.of(), Chunking.random(7, 1, 30), 0, TEXT);
        assertThat(pieces(List.of(), Chunking.random(7, 1, 30), 0, TEXT)).isEqualTo(first);
        assertThat(pieces(List.of(), Chunking.random(8, 1, 30), 0, TEXT)).isNotEqualTo(first);
        assertThat(pieces(List.of(), Chunking.random(7, 1, 30), 1, TEXT)).isNotEqualTo(first);
        assertThat(String.join("", first)).isEqualTo(TEXT);
        assertThat(first).allMatch(p -> !p.isEmpty() && p.length() <= 30);
    }

    @Test
    void sendsOneByteAtATime() throws Exception {
        assertThat(pieces(List.of(), Chunking.oneByteAtATime(), 0, "abc\r\n"))
                .containsExactly("a", "b", "c", "\r", "\n");
    }

    @Test
    void pausesBehindTheTextAndTheNewlineOfLinesThatLookLikePrompts() throws Exception {
        Chunking chunking = Chunking.random(1, 1000, 1000).pausingAtLines("^\\[.*]$", Duration.ofMillis(20));
        long start = System.nanoTime();
        List<String> pieces = pieces(List.of(), chunking, 0, "#\r\n[V200R009C00SPC500]\r\n#\r\n");
        assertThat(pieces).containsExactly("#", "\r\n", "[V200R009C00SPC500]", "\r\n", "#", "\r\n");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(40), Duration.ofSeconds(5));
    }

    @Test
    void splitsWhatReadersMustSeeWhole() throws Exception {
        FaultPlan split = FaultPlan.of(Fault.SPLIT_SEQUENCES).every(Duration.ZERO);
        assertThat(pieces(List.of(split), Chunking.NONE, 0, "ab\u001b[42Dx\r\n\u00e9\b"))
                .containsExactly("ab\u001b", "[", "42Dx\r", "\n\u00c3", "\u00a9", "\b");
    }

    @Test
    void countsBytesFromBehindTheCommand() throws Exception {
        FaultPlan burst =
                FaultPlan.of(Fault.SYSLOG_BURST).onCommand("show").afterBytes(2).text("LOG");
        Recorder wire = new Recorder();
        OutputPump pump = pump(wire, List.of(burst), Chunking.NONE, 0);
        CountDownLatch done = new CountDownLatch(1);
        pump.write("before".getBytes(StandardCharsets.UTF_8));
        pump.write(new byte[0], () -> pump.command("show"));
        pump.write("abcd".getBytes(StandardCharsets.UTF_8), done::countDown);
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(wire.pieces).containsExactly("before", "ab", "LOG", "cd");
    }

    @Test
    void dropsAtOnceWhenTheLastByteWasTheLimit() throws Exception {
        FaultPlan drop = FaultPlan.of(Fault.DROP_CONNECTION).afterBytes(4);
        Recorder wire = new Recorder();
        OutputPump pump = pump(wire, List.of(drop), Chunking.NONE, 0);
        pump.write("abcd".getBytes(StandardCharsets.UTF_8));
        assertThat(wire.ended.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(wire.pieces).containsExactly("abcd");
    }

    private OutputPump pump(Recorder wire, List<FaultPlan> plans, Chunking chunking, long connection) {
        SerialExecutor serial = new SerialExecutor(Runnable::run);
        Charset charset = StandardCharsets.UTF_8;
        return new OutputPump(serial, timer, wire, Shapes.of(plans, chunking, connection), charset);
    }

    private List<String> pieces(List<FaultPlan> plans, Chunking chunking, long connection, String text)
            throws Exception {
        Recorder wire = new Recorder();
        CountDownLatch done = new CountDownLatch(1);
        pump(wire, plans, chunking, connection).write(text.getBytes(StandardCharsets.UTF_8), done::countDown);
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        return wire.pieces;
    }

    /** A wire that only notes what is sent, as ISO 8859-1 so that bytes stay visible. */
    private static final class Recorder implements Wire {
        private final List<String> pieces = new ArrayList<>();
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public void send(byte[] bytes, int offset, int length, Consumer<Boolean> done) {
            pieces.add(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
            done.accept(true);
        }

        @Override
        public void exit(int status) {
            ended.countDown();
        }

        @Override
        public void fail(Trigger.Ending ending) {
            ended.countDown();
        }

        @Override
        public void rekey() {
            throw new AssertionError("no key exchange was asked for");
        }
    }
}
