package io.jenkins.plugins.networkshell.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.console.LineBatch;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.console.ValueMask;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the log tells of a transfer, with a clock that is set by hand. */
class TransferConsoleTest {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final LineBatch lines = new LineBatch(log, StandardCharsets.UTF_8, timer);
    private long nanos = 7;
    private final TransferConsole console = new TransferConsole(
            new SessionConsole(new ConsoleStyle("", false, 100, null, "UTF-8"), new ValueMask(List.of()), lines),
            () -> nanos);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private void pass(int seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
    }

    private List<String> log() {
        lines.close();
        return log.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aLargeFileTellsNowAndThenHowFarItIs() {
        console.started("/flash/image.cc", 400_000_000, 0);
        pass(9);
        console.progress(90_000_000);
        pass(1);
        console.progress(100_000_000);
        console.progress(100_000_001);
        pass(10);
        console.progress(300_000_000);
        pass(5);
        console.finished("/flash/image.cc", 400_000_000);
        assertThat(log())
                .containsExactly(
                        "/flash/image.cc: 25 %, 100.0 MB, 10.0 MB/s",
                        "/flash/image.cc: 75 %, 300.0 MB, 15.0 MB/s", "/flash/image.cc (400.0 MB)");
    }

    @Test
    void numbersMayBeHuge() {
        console.started("disk", 2_000_000_000_000L, 0);
        pass(1000);
        console.progress(500_000_000_000L);
        assertThat(log()).containsExactly("disk: 25 %, 500.0 GB, 500.0 MB/s");
    }

    @Test
    void aDeviceMayNotTellTheSize() {
        console.started("/proc/log", -1, 0);
        pass(20);
        console.progress(5_000);
        assertThat(log()).containsExactly("/proc/log: 5.0 kB, 250 bytes/s");
    }

    @Test
    void whatWasThereBeforeIsNotCounted() {
        console.started("a", 3_000_000, 1_000_000);
        pass(10);
        console.progress(2_000_000);
        console.finished("a", 3_000_000);
        console.skipped("b", "it is a link");
        assertThat(console.soFar().bytes()).isEqualTo(2_000_000);
        assertThat(console.soFar().files()).isEqualTo(1);
        assertThat(console.soFar().skipped()).isEqualTo(1);
        assertThat(log())
                .containsExactly(
                        "a: goes on after 1.0 MB of an earlier attempt",
                        "a: 66 %, 2.0 MB, 100.0 kB/s",
                        "a (3.0 MB)",
                        "Left out: b, it is a link.");
    }
}
