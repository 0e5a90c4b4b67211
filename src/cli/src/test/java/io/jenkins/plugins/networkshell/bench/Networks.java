package io.jenkins.plugins.networkshell.bench;

import io.jenkins.plugins.networkshell.network.BackupProcess;
import io.jenkins.plugins.networkshell.network.LargeNetwork;
import io.jenkins.plugins.networkshell.network.NightlyBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The backup of a large network far away, in a small heap, against the time that the round trips take by themselves:
 * those of all devices, divided by how many devices are worked on at once. Its size is {@code -Dnetwork.devices}.
 */
final class Networks {
    private static final int DEVICES = Integer.getInteger("network.devices", 2_000);
    private static final int PARALLEL = 50;
    private static final int HEAP_MEGABYTES = 512;

    private Networks() {}

    static List<Row> measure() throws Exception {
        List<Row> rows = new ArrayList<>();
        Path folder = Files.createTempDirectory("network-shell-bench");
        try {
            NightlyBackup backup = new NightlyBackup(folder, "-Xmx" + HEAP_MEGABYTES + "m");
            Map<String, String> samples = backup.samples();
            Map<String, Integer> roundTrips = backup.roundTrips();
            for (int millis : List.of(100, 20)) {
                rows.addAll(rows(backup, samples, roundTrips, millis));
            }
            return rows;
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Row> rows(
            NightlyBackup backup, Map<String, String> samples, Map<String, Integer> roundTrips, int millis)
            throws Exception {
        String archive = "archive-" + millis;
        try (LargeNetwork network = LargeNetwork.start(backup.folder(), samples, DEVICES, Duration.ofMillis(millis))) {
            check(backup.run(network, archive, "--host-keys", "accept-new"), backup, archive);
            BackupProcess.Ended ended = backup.run(network, archive); // host keys are made, and known
            check(ended, backup, archive);
            long trips = network.platformsOfDevices().mapToLong(roundTrips::get).sum();
            double floor = trips * millis / 1e3 / PARALLEL;
            double seconds = backup.report(archive).path("elapsedMillis").asLong() / 1e3;
            String what = String.format(
                    Locale.ROOT, "backup of %,d devices of all platforms, %d ms away, 50 at once", DEVICES, millis);
            return List.of(
                    new Row(
                            what,
                            String.format(
                                    Locale.ROOT,
                                    "%.1f s, %.1f ms of the processor for each",
                                    seconds,
                                    ended.processorSeconds() * 1e3 / DEVICES),
                            String.format(
                                    Locale.ROOT, "%.1f s: %.1f round trips for each", floor, (double) trips / DEVICES),
                            seconds / floor,
                            millis == 100 ? "≤ 1.3" : ""),
                    new Row(
                            what + ": most of the heap in use after a collection",
                            String.format(Locale.ROOT, "%.0f MB", ended.peakMegabytes()),
                            HEAP_MEGABYTES + " MB allowed",
                            ended.peakMegabytes() / HEAP_MEGABYTES,
                            "passes"));
        }
    }

    private static void check(BackupProcess.Ended ended, NightlyBackup backup, String archive) throws IOException {
        int failed = backup.report(archive).path("totals").path("failed").asInt();
        if (ended.code() != 0) {
            throw new IOException(failed + " devices failed: " + ended.failures());
        }
    }
}
