package io.jenkins.plugins.networkshell.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.networkshell.network.LargeNetwork.Member;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody presses Ctrl-C in the middle of a backup, while some devices are silent and others have not begun. */
class CancelledBackupTest {
    private static final int DEVICES = 100;
    private static final int PARALLEL = 10;
    private static final int SILENT = 4;
    private static final int CANCELLED = 130;

    @TempDir
    private Path folder;

    @Test
    @Timeout(180)
    void whatIsDoneIsKeptAndTheRestIsReported() throws Exception {
        NightlyBackup backup = new NightlyBackup(folder, "-Xmx256m");
        Map<String, String> samples = backup.samples();
        try (LargeNetwork network = LargeNetwork.start(folder, samples, DEVICES, Duration.ofMillis(20))) {
            for (Member member : network.members().subList(0, SILENT)) {
                network.stall(member);
            }
            Process process = backup.start(
                    network, "archive", "--parallel", String.valueOf(PARALLEL), "--host-keys", "accept-new");
            Set<String> finished = new HashSet<>();
            int code;
            try (BufferedReader events = process.inputReader(StandardCharsets.UTF_8)) {
                while (finished.size() < 2 * PARALLEL) {
                    note(events.readLine(), finished);
                }
                Process kill = new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid())).start();
                assertThat(kill.waitFor()).isZero();
                for (String line = events.readLine(); line != null; line = events.readLine()) {
                    note(line, finished);
                }
                code = process.waitFor();
            }

            assertThat(code).isEqualTo(CANCELLED);
            assertThat(finished).hasSize(DEVICES);
            check(network, backup.report("archive"));
        }
    }

    private static void note(String event, Set<String> finished) throws IOException {
        JsonNode fields = new ObjectMapper().readTree(event);
        if (fields.path("event").asText().equals("deviceFinished")) {
            assertThat(finished.add(fields.path("device").asText())).isTrue();
        }
    }

    private void check(LargeNetwork network, JsonNode report) throws IOException {
        assertThat(report.path("devices")).hasSize(DEVICES);
        int ok = 0;
        int notTried = 0;
        for (int i = 0; i < DEVICES; i++) {
            Member member = network.members().get(i);
            JsonNode row = report.path("devices").get(i);
            Path file = folder.resolve("archive").resolve(member.name() + ".cfg");
            if (row.path("status").asText().equals("ok")) {
                ok++;
                assertThat(Files.readString(file)).isEqualTo(Files.readString(member.source()));
                continue;
            }
            assertThat(file).doesNotExist();
            assertThat(row.path("failureClass").asText()).isIn("cancelled", "not_tried");
            notTried += row.path("failureClass").asText().equals("not_tried") ? 1 : 0;
            if (i < SILENT) {
                assertThat(row.path("failureClass").asText()).isEqualTo("cancelled");
            }
        }
        assertThat(ok).isGreaterThanOrEqualTo(2 * PARALLEL);
        assertThat(notTried).isPositive();
    }
}
