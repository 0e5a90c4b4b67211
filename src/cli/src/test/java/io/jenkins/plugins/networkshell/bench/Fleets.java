package io.jenkins.plugins.networkshell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Many devices at once, each side in a process of its own: ours as the launcher starts it, with its class data archive, and
 * a peer's. Both talk to the same simulator, in turns, and after others have warmed it up.
 */
final class Fleets {
    private static final int BYTES = 50_000;
    private static final int AT_ONCE = 50;
    private static final String COMMAND = "display big";
    /** So many times the same in one process; the later half is what a warm process does. */
    private static final int WARM_ROUNDS = 6;

    private final Lab lab;
    private final Device device;
    private final Path jar;

    private Fleets(Lab lab, int millis) throws IOException {
        this.lab = lab;
        device = lab.away(lab.device(BYTES), millis);
        jar = ProgramJar.write(lab.folder().resolve("fleet.jar"), Fleet.class, Sessions.class, Device.class);
    }

    /** What both sides took, the same number of times. */
    private record Runs(List<Started> ours, List<Started> theirs) {
        private static double median(List<Started> runs, ToDoubleFunction<Started> value) {
            return Lab.median(runs.stream().map(value::applyAsDouble).toList());
        }

        Row row(String what, Peer peer, String format, ToDoubleFunction<Started> value, String wanted) {
            return row(what, peer, format, median(ours, value), median(theirs, value), wanted);
        }

        static Row row(String what, Peer peer, String format, double ours, double theirs, String wanted) {
            return new Row(
                    what,
                    String.format(Locale.ROOT, format, ours),
                    String.format(Locale.ROOT, format, theirs) + " with " + peer.name(),
                    ours / theirs,
                    wanted);
        }
    }

    static List<Row> measure(Lab lab) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int millis : List.of(20, 100)) {
            rows.addAll(new Fleets(lab, millis).rows(millis));
        }
        return rows;
    }

    private List<Row> rows(int millis) throws Exception {
        List<Row> rows = new ArrayList<>();
        int devices = lab.size(200, 20);
        int times = lab.size(5, 1);
        ours(devices, 1); // makes the class data archive
        Map<Peer, Runs> all = new LinkedHashMap<>();
        for (Peer peer : lab.peers()) {
            theirs(peer, devices);
            all.put(peer, new Runs(new ArrayList<>(), new ArrayList<>()));
        }
        for (int i = 0; i < times; i++) {
            Started started = ours(devices, 1);
            for (Map.Entry<Peer, Runs> pair : all.entrySet()) {
                pair.getValue().ours().add(started);
                pair.getValue().theirs().add(theirs(pair.getKey(), devices));
            }
        }
        List<String> rounds = ours(devices, WARM_ROUNDS).errors();
        double warm = Lab.median(rounds.subList(WARM_ROUNDS / 2, WARM_ROUNDS).stream()
                .map(Double::valueOf)
                .toList());
        String what = devices + " devices × 50 KB, " + AT_ONCE + " at once, " + millis + " ms away, ";
        all.forEach((peer, runs) -> {
            rows.add(runs.row(
                    what + "new process", peer, "%.2f s", Started::wall, millis == 20 ? "≤ 3.0 s" : "≤ 4.6 s"));
            rows.add(runs.row(
                    what + "new process, processor for each",
                    peer,
                    "%.1f ms",
                    started -> started.cpu() * 1e3 / devices,
                    ""));
            rows.add(Runs.row(
                    what + "warm",
                    peer,
                    "%.2f s",
                    warm,
                    Runs.median(runs.theirs(), Fleets::inside),
                    millis == 20 ? "≤ 2.2 s" : "≤ 4.2 s"));
        });
        return rows;
    }

    /** What the process itself has measured, without its start. */
    private static double inside(Started started) {
        return Double.parseDouble(started.errors().get(started.errors().size() - 1));
    }

    /** Time against devices, 20 ms away. */
    static Chart devices(Lab lab) throws Exception {
        Series series = new Series();
        Fleets fleets = new Fleets(lab, 20);
        int few = lab.size(50, 5);
        fleets.ours(few, 1);
        for (Peer peer : lab.peers()) {
            fleets.theirs(peer, few);
        }
        for (int devices : lab.small(List.of(1, 10, 50, 200, 1000, 2000), List.of(1, 10))) {
            series.add("Network Shell", devices, fleets.ours(devices, 1).wall());
            for (Peer peer : lab.peers()) {
                series.add(peer.name(), devices, () -> fleets.theirs(peer, devices));
            }
        }
        return new Chart(
                "Devices of 50 KB, 50 at once, 20 ms away, in a new process", "devices", "seconds", series.lines());
    }

    private Started ours(int devices, int rounds) throws IOException, InterruptedException {
        Map<String, String> variables = Map.of(
                "NET_PASSWORD",
                device.password(),
                "NETWORK_SHELL_JAR",
                jar.toString(),
                "NETWORK_SHELL_CACHE",
                lab.folder().resolve("classes").toString());
        return Started.run(
                lab.folder(),
                true,
                variables,
                List.of(
                        Device.LAUNCHER,
                        "backup", // has an archive
                        device.host(),
                        String.valueOf(device.port()),
                        device.user(),
                        String.valueOf(devices),
                        String.valueOf(AT_ONCE),
                        COMMAND,
                        String.valueOf(rounds)));
    }

    private Started theirs(Peer peer, int devices) throws IOException, InterruptedException {
        return Started.run(
                lab.folder(),
                true,
                Map.of("NET_PASSWORD", device.password()),
                peer.fleet(device, devices, AT_ONCE, COMMAND));
    }
}
