package io.jenkins.plugins.networkshell.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Backups of simulated networks, each in a process of its own.
 *
 * @param folder for archives and everything else
 * @param heap of the process, as {@code -Xmx512m}
 */
public record NightlyBackup(Path folder, String heap) {
    /** So long that what the processor does between two of them does not count. */
    private static final Duration LONG = Duration.ofMillis(500);

    public BackupProcess.Ended run(LargeNetwork network, String archive, String... more)
            throws IOException, InterruptedException {
        return BackupProcess.run(folder, heap, network.variables(), arguments(network, archive, more));
    }

    /** Starts it in the heap that Java chooses, to be ended by a signal; prints its errors into {@code err.txt}. */
    Process start(LargeNetwork network, String archive, String... more) throws IOException {
        return BackupProcess.start(folder.resolve("err.txt"), network.variables(), arguments(network, archive, more));
    }

    private List<String> arguments(LargeNetwork network, String archive, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "backup",
                "--inventory",
                network.inventory().toString(),
                "--out",
                folder.resolve(archive).toString(),
                "--known-hosts",
                folder.resolve(archive + ".known_hosts").toString(),
                "--format",
                "json"));
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** The last report of an archive. */
    public JsonNode report(String archive) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(archive).resolve("report.json").toFile());
    }

    /** The last good configuration of a device. */
    String configuration(String archive, String device) throws IOException {
        return Files.readString(folder.resolve(archive).resolve(device + ".cfg"));
    }

    /** A configuration of each platform, as it prints it. */
    public Map<String, String> samples() throws IOException, InterruptedException {
        Map<String, String> samples = new HashMap<>();
        try (LargeNetwork network = LargeNetwork.samples(folder, 1, Duration.ZERO)) {
            succeed(run(network, "samples", "--host-keys", "accept-new"));
        }
        for (String platform : LargeNetwork.platforms()) {
            samples.put(platform, configuration("samples", platform + "-0"));
        }
        return samples;
    }

    /** How many round trips the backup of a device takes on each platform, from dialling to the end of its configurations. */
    public Map<String, Integer> roundTrips() throws IOException, InterruptedException {
        Map<String, Integer> roundTrips = new HashMap<>();
        // Twice, since the first ones load classes.
        try (LargeNetwork network = LargeNetwork.samples(folder, 2, LONG)) {
            succeed(run(network, "round-trips", "--host-keys", "accept-new", "--parallel", "10"));
        }
        for (JsonNode device : report("round-trips").path("devices")) {
            int trips = (int) (device.path("elapsedMillis").asLong() / LONG.toMillis());
            roundTrips.merge(device.path("platform").asText(), trips, Math::min);
        }
        return roundTrips;
    }

    private static void succeed(BackupProcess.Ended ended) throws IOException {
        if (ended.code() != 0) {
            throw new IOException("not all devices were backed up: " + ended.failures());
        }
    }
}
