package io.jenkins.plugins.networkshell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way of a line to the log. */
class LineBatchTest {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void manyLinesAreFewWrites() {
        List<String> writes = new ArrayList<>();
        try (LineBatch batch = new LineBatch(recording(writes, new CountDownLatch(0)), StandardCharsets.UTF_8, timer)) {
            for (int i = 0; i < 1000; i++) {
                batch.line("line " + i);
            }
        }
        assertThat(writes).hasSizeLessThan(5).allMatch(write -> write.endsWith("\n"));
        assertThat(String.join("", writes).lines()).hasSize(1000).first().isEqualTo("line 0");
    }

    @Test
    void aSingleLineComesBySoon() throws Exception {
        List<String> writes = new ArrayList<>();
        CountDownLatch written = new CountDownLatch(1);
        try (LineBatch batch = new LineBatch(recording(writes, written), StandardCharsets.UTF_8, timer)) {
            batch.line("hello");
            assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(writes).containsExactly("hello\n");
        }
    }

    @Test
    void aBrokenLogIsReportedToTheSession() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };
        LineBatch batch = new LineBatch(broken, StandardCharsets.UTF_8, timer);
        batch.line("x".repeat(20_000));
        assertThatThrownBy(() -> batch.line("y")).isInstanceOf(UncheckedIOException.class);
        batch.close();
    }

    @Test
    void secretsAcrossPiecesAreSeen() {
        List<String> lines = new ArrayList<>();
        WholeLines whole = new WholeLines((text, ended) -> lines.add(text + (ended ? "$" : "")));
        whole.text("pass", false);
        whole.text("word se", false);
        whole.text("cret", true);
        whole.text("", true);
        whole.text("rest", false);
        whole.flush();
        whole.flush();
        assertThat(lines).containsExactly("password secret$", "$", "rest");
    }

    @Test
    void aLineWithoutEndIsCut() {
        List<Integer> lengths = new ArrayList<>();
        WholeLines whole = new WholeLines((text, ended) -> lengths.add(text.length()));
        for (int i = 0; i < 100; i++) {
            whole.text("x".repeat(10_000), false);
        }
        whole.text("", true);
        assertThat(lengths.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_000_000);
        assertThat(lengths).hasSizeGreaterThan(1).allMatch(length -> length < 300_000);
    }

    @Test
    void controlCharactersBecomeVisible() {
        assertThat(ConsoleText.clean("a\tb")).isEqualTo("a\tb");
        assertThat(ConsoleText.clean("a\u001b[8mha:\rb\u0085")).isEqualTo("a\\x1B[8mha:\\x0Db\\x85");
    }

    @Test
    void valuesAreMaskedLongestFirst() {
        ValueMask mask = new ValueMask(List.of(Secret.of("abc"), Secret.of("abcdef"), Secret.of("xy"), Secret.of("")));
        assertThat(mask.mask("xabcdefy abc xy")).isEqualTo("x****y **** xy");
    }

    private static OutputStream recording(List<String> writes, CountDownLatch written) {
        return new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes) {
                writes.add(new String(bytes, StandardCharsets.UTF_8));
                written.countDown();
            }
        };
    }
}
