package io.jenkins.plugins.networkshell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code network-shell backup} as users start it, with its archive, report and detection of changes, beside a peer's loop that
 * reads the same configuration from as many devices and keeps nothing.
 */
final class Backups {
    private static final int BYTES = 50_000;
    private static final int AT_ONCE = 50;
    private static final int MILLIS = 20;
    /** So many times in one process; the last three are what a process does that has been running for long, as Jenkins has. */
    private static final int WARM_ROUNDS = 12;

    private final Lab lab;
    private final Device device;
    private final int devices;
    private final Path inventory;
    private final Path rounds;
    private int archives;

    private Backups(Lab lab) throws IOException {
        this.lab = lab;
        device = lab.away(lab.device(BYTES), MILLIS);
        devices = lab.size(200, 20);
        inventory = lab.folder().resolve("devices.yaml");
        rounds = ProgramJar.write(lab.folder().resolve("rounds.jar"), BackupRounds.class);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "defaults: {platform: huawei_vrp, port: %d, username: %s, passwordEnv: NET_PASSWORD}%ndevices:%n",
                device.port(),
                device.user()));
        for (int i = 0; i < devices; i++) {
            text.append(String.format(Locale.ROOT, "  - {name: sw%d, host: %s}%n", i, device.host()));
        }
        Files.writeString(inventory, text);
    }

    static List<Row> measure(Lab lab) throws Exception {
        Backups backups = new Backups(lab);
        List<Row> rows = new ArrayList<>();
        Path archive = backups.newArchive();
        backups.ours(archive); // makes the archive of classes
        long bytes = Files.size(archive.resolve("sw0.cfg"));
        if (bytes < BYTES) {
            throw new IllegalStateException("a device printed " + bytes + " bytes, not " + BYTES);
        }
        for (Peer peer : lab.peers()) {
            rows.addAll(backups.against(peer));
        }
        return rows;
    }

    private List<Row> against(Peer peer) throws Exception {
        List<Double> first = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        theirs(peer);
        for (int i = 0; i < lab.size(5, 1); i++) {
            Path archive = newArchive();
            first.add(ours(archive));
            again.add(ours(archive));
            theirs.add(theirs(peer));
        }
        String what = String.format(
                Locale.ROOT,
                "`network-shell backup` of %d devices × 50 KB, %d at once, %d ms away, ",
                devices,
                AT_ONCE,
                MILLIS);
        return List.of(
                row(what + "new process, all new", first, theirs, peer, "≤ 1"),
                row(what + "new process, none changed", again, theirs, peer, ""),
                row(what + "warm, all new", warm(), theirs, peer, "≤ 1"));
    }

    private static Row row(String what, List<Double> ours, List<Double> theirs, Peer peer, String wanted) {
        double our = Lab.median(ours);
        double their = Lab.median(theirs);
        return new Row(
                what,
                String.format(Locale.ROOT, "%.2f s", our),
                String.format(Locale.ROOT, "%.2f s with a loop on %s that keeps nothing", their, peer.name()),
                our / their,
                wanted);
    }

    private Path newArchive() {
        return lab.folder().resolve("archive-" + archives++);
    }

    private double ours(Path archive) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Device.LAUNCHER));
        command.addAll(arguments(archive));
        return Started.run(lab.folder(), true, Map.of("NET_PASSWORD", device.password()), command)
                .wall();
    }

    private List<String> arguments(Path archive) {
        return List.of(
                "backup",
                "--inventory",
                inventory.toString(),
                "--out",
                archive.toString(),
                "--host-keys",
                "accept-any",
                "--parallel",
                String.valueOf(AT_ONCE));
    }

    /** Of the last rounds in one process. */
    private List<Double> warm() throws IOException, InterruptedException {
        int times = lab.size(WARM_ROUNDS, 1);
        List<String> command = new ArrayList<>(List.of(Device.LAUNCHER));
        command.addAll(arguments(newArchive()));
        Map<String, String> variables = Map.of(
                "NET_PASSWORD",
                device.password(),
                "NETWORK_SHELL_JAR",
                rounds.toString(),
                "NETWORK_SHELL_CACHE",
                "", // what is warm needs none
                BackupRounds.TIMES,
                String.valueOf(times));
        List<String> seconds = Started.run(lab.folder(), true, variables, command).errors().stream()
                .filter(line -> line.startsWith(BackupRounds.SECONDS))
                .map(line -> line.substring(BackupRounds.SECONDS.length()))
                .toList();
        return seconds.subList(Math.max(0, seconds.size() - 3), seconds.size()).stream()
                .map(Double::valueOf)
                .toList();
    }

    private double theirs(Peer peer) throws IOException, InterruptedException {
        return Started.run(
                        lab.folder(),
                        true,
                        Map.of("NET_PASSWORD", device.password()),
                        peer.fleet(device, devices, AT_ONCE, Lab.CONFIGURATION))
                .wall();
    }
}
