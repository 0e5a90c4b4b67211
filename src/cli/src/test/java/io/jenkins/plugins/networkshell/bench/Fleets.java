package io.jenkins.plugins.networkshell.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many devices at once, each side in a process of its own. */
final class Fleets {
    private static final int BYTES = 50_000;
    private static final int AT_ONCE = 50;

    private Fleets() {}

    static List<Row> measure(Lab lab) throws Exception {
        List<Row> rows = new ArrayList<>();
        int devices = lab.size(200, 20);
        for (int millis : List.of(20, 100)) {
            Device device = lab.away(lab.device(BYTES), millis);
            List<Double> ours = seconds(lab, ours(device, devices, 3), device);
            for (Peer peer : lab.peers()) {
                double theirs = seconds(lab, peer.fleet(device, devices, AT_ONCE, "display big"), device)
                        .get(0);
                String what = devices + " devices × 50 KB, " + AT_ONCE + " at once, " + millis + " ms away, ";
                rows.add(row(what + "new process", ours.get(0), theirs, peer, millis == 20 ? "≤ 3.0 s" : "≤ 4.6 s"));
                rows.add(row(what + "warm", ours.get(2), theirs, peer, millis == 20 ? "≤ 2.2 s" : "≤ 4.2 s"));
            }
        }
        return rows;
    }

    private static Row row(String what, double ours, double theirs, Peer peer, String wanted) {
        return new Row(
                what,
                String.format(Locale.ROOT, "%.2f s", ours),
                String.format(Locale.ROOT, "%.2f s with %s", theirs, peer.name()),
                ours / theirs,
                wanted);
    }

    /** Time against devices, 20 ms away. */
    static Chart devices(Lab lab) throws Exception {
        Series series = new Series();
        Device device = lab.away(lab.device(BYTES), 20);
        for (int devices : lab.small(List.of(1, 10, 50, 200, 1000, 2000), List.of(1, 10))) {
            series.add(
                    "Network Shell",
                    devices,
                    seconds(lab, ours(device, devices, 1), device).get(0));
            for (Peer peer : lab.peers()) {
                List<String> command = peer.fleet(device, devices, AT_ONCE, "display big");
                series.add(peer.name(), devices, seconds(lab, command, device).get(0));
            }
        }
        return new Chart(
                "Devices of 50 KB, 50 at once, 20 ms away, in a new process", "devices", "seconds", series.lines());
    }

    private static List<String> ours(Device device, int devices, int rounds) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Fleet.class.getName(),
                device.host(),
                String.valueOf(device.port()),
                device.user(),
                String.valueOf(devices),
                String.valueOf(AT_ONCE),
                "display big",
                String.valueOf(rounds));
    }

    /** What the process prints, a number a line. */
    private static List<Double> seconds(Lab lab, List<String> command, Device device)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(lab.folder().resolve("errors").toFile());
        builder.environment().put("NET_PASSWORD", device.password());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: "
                    + java.nio.file.Files.readString(lab.folder().resolve("errors")));
        }
        return output.lines().map(Double::parseDouble).toList();
    }
}
