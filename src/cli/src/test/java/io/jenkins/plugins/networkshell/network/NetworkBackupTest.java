package io.jenkins.plugins.networkshell.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.networkshell.network.LargeNetwork.Member;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A network of all platforms far away is backed up on two nights; in the second one, its devices have changed, and some
 * are broken in every way that the simulator knows.
 *
 * <p>Its size is {@code -Dnetwork.devices}, the round trip in milliseconds {@code -Dnetwork.roundTrip}.
 */
class NetworkBackupTest {
    private static final int DEVICES = Integer.getInteger("network.devices", 120);
    private static final Duration ROUND_TRIP = Duration.ofMillis(Integer.getInteger("network.roundTrip", 20));
    private static final double FAULTY = 0.03;
    private static final String HEAP = "-Xmx512m";

    @TempDir
    private Path folder;

    @Test
    void healthyDevicesAreCapturedExactlyAndFaultyOnesClassified() throws Exception {
        NightlyBackup backup = new NightlyBackup(folder, HEAP);
        Map<String, String> samples = backup.samples();
        try (LargeNetwork network = LargeNetwork.start(folder, samples, DEVICES, ROUND_TRIP)) {
            BackupProcess.Ended first = backup.run(network, "archive", "--host-keys", "accept-new");
            assertThat(first.code()).as(first.failures()).isZero();
            Map<String, String> firstNight = new HashMap<>();
            for (Member member : network.members()) {
                firstNight.put(member.name(), Files.readString(member.source()));
                assertThat(backup.configuration("archive", member.name())).isEqualTo(firstNight.get(member.name()));
            }
            network.change(2);
            Map<String, Defect> defects = breakSome(network);
            network.members().forEach(member -> member.device().sent().clear());

            BackupProcess.Ended second = backup.run(network, "archive", "--retries", "1", "--retry-delay", "10ms");

            check(network, backup, firstNight, defects, second);
        }
    }

    /** Each fault in turn, on devices that are spread over platforms. */
    private static Map<String, Defect> breakSome(LargeNetwork network) throws IOException {
        Map<String, Defect> defects = new HashMap<>();
        Fault[] faults = Fault.values();
        int count = Math.max(faults.length, (int) (DEVICES * FAULTY));
        for (int i = 0; i < count; i++) {
            Member member = network.members().get((int) ((long) i * DEVICES / count));
            Fault fault = faults[i % faults.length];
            network.breakDevice(member, fault);
            defects.put(member.name(), Defect.of(fault));
        }
        return defects;
    }

    private void check(
            LargeNetwork network,
            NightlyBackup backup,
            Map<String, String> firstNight,
            Map<String, Defect> defects,
            BackupProcess.Ended ended)
            throws IOException {
        Map<String, Integer> finished = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : ended.out()) {
            JsonNode event = json.readTree(line);
            if (event.path("event").asText().equals("deviceFinished")) {
                finished.merge(event.path("device").asText(), 1, Integer::sum);
            }
        }
        JsonNode report = backup.report("archive");
        Map<String, JsonNode> rows = new HashMap<>();
        report.path("devices").forEach(row -> rows.put(row.path("name").asText(), row));
        assertThat(report.path("devices")).hasSameSizeAs(network.members());
        SoftAssertions softly = new SoftAssertions();
        for (Member member : network.members()) {
            String name = member.name();
            Defect defect = defects.get(name);
            String outcome = rows.get(name).path("failureClass").asText();
            boolean captured = outcome.equals(Defect.CAPTURED);
            String what = name + " (" + member.platform() + (defect == null ? "" : ", " + defect.fault()) + "): "
                    + rows.get(name);
            softly.assertThat(finished.get(name)).as(what).isEqualTo(1);
            softly.assertThat(outcome).as(what).isIn(defect == null ? Set.of(Defect.CAPTURED) : defect.outcomes());
            softly.assertThat(backup.configuration("archive", name))
                    .as(what)
                    .isEqualTo(captured ? Files.readString(member.source()) : firstNight.get(name));
            if (defect == null) {
                softly.assertThat(member.device().sent().logins()).as(what).hasSize(1);
            }
        }
        softly.assertAll();
        System.out.printf(
                "%d devices, %d ms away: %d ms, %.0f MB of heap after a collection, %.0f s of the processor%n",
                DEVICES,
                ROUND_TRIP.toMillis(),
                report.path("elapsedMillis").asLong(),
                ended.peakMegabytes(),
                ended.processorSeconds());
    }
}
