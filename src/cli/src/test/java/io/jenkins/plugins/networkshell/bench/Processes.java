package io.jenkins.plugins.networkshell.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Processes that have just started: ours by the launcher, with its class data archive, against a peer's. */
final class Processes {
    private Processes() {}

    /** Takes turns, so that a noisy neighbour hits both. */
    private record Pair(List<Started> ours, List<Started> theirs) {
        static Pair measure(Lab lab, Peer peer, Device device, boolean discard, int rounds, String... commands)
                throws IOException, InterruptedException {
            List<String> lines = List.of(commands);
            // Makes the class data archive, and fills the caches of both.
            Started.run(lab.folder(), device.password(), discard, device.ours(lines));
            Started.run(lab.folder(), device.password(), discard, peer.session(device, 1, lines));
            Pair pair = new Pair(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < rounds; i++) {
                pair.ours.add(Started.run(lab.folder(), device.password(), discard, device.ours(lines)));
                pair.theirs.add(Started.run(lab.folder(), device.password(), discard, peer.session(device, 1, lines)));
            }
            return pair;
        }

        Row row(String what, Peer peer, String format, ToDoubleFunction<Started> value, String wanted) {
            double ours =
                    Lab.median(this.ours.stream().map(value::applyAsDouble).toList());
            double theirs =
                    Lab.median(this.theirs.stream().map(value::applyAsDouble).toList());
            return new Row(
                    what,
                    String.format(Locale.ROOT, format, ours),
                    String.format(Locale.ROOT, format, theirs) + " with " + peer.name(),
                    ours / theirs,
                    wanted);
        }
    }

    static List<Row> start(Lab lab) throws Exception {
        List<Row> rows = new ArrayList<>();
        Device device = lab.device(1000);
        for (Peer peer : lab.peers()) {
            String what = "new process, login and one command, no delay: ";
            Pair near = Pair.measure(lab, peer, device, false, lab.size(9, 3), Lab.SHORT_COMMAND);
            rows.add(near.row(what + "time", peer, "%.2f s", Started::wall, "≤ 0.75 s"));
            rows.add(near.row(what + "processor", peer, "%.2f s", Started::cpu, "≤ 0.9 s"));
            rows.add(near.row(what + "memory", peer, "%.0f MiB", Started::mebibytes, "≤ 110 MiB"));
            rows.add(near.row(
                    "new process, connect to last byte of one command, no delay",
                    peer,
                    "%.3f s",
                    Started::toLastByte,
                    "≤ 0.15 s"));
            Pair far = Pair.measure(lab, peer, lab.away(device, 20), false, lab.size(9, 3), Lab.SHORT_COMMAND);
            rows.add(far.row(
                    "new process, connect to last byte of one command, 20 ms away",
                    peer,
                    "%.3f s",
                    Started::toLastByte,
                    "≤ 0.30 s"));
        }
        return rows;
    }

    static List<Row> bulk(Lab lab) throws Exception {
        List<Row> rows = new ArrayList<>();
        int megabytes = lab.size(100, 5);
        Device device = lab.device(megabytes * 1_000_000L);
        for (Peer peer : lab.peers()) {
            Pair pair = Pair.measure(lab, peer, device, true, lab.size(5, 1), "display big");
            rows.add(pair.row(
                    megabytes + " MB, new process",
                    peer,
                    "%.0f MB/s",
                    started -> megabytes / started.wall(),
                    "≥ 110 MB/s"));
        }
        return rows;
    }

    /** Time against bytes, in a heap of 64 MB. */
    static Chart bytes(Lab lab) throws Exception {
        Series series = new Series();
        // Makes the class data archive.
        Device first = lab.device(1_000_000);
        Started.run(lab.folder(), first.password(), true, "-Xmx64m", first.ours(List.of("display big")));
        for (int megabytes : lab.small(List.of(1, 10, 100, 1000), List.of(1, 5))) {
            Device device = lab.device(megabytes * 1_000_000L);
            List<String> line = List.of("display big");
            Started ours = Started.run(lab.folder(), device.password(), true, "-Xmx64m", device.ours(line));
            series.add("Network Shell", megabytes, ours.wall());
            for (Peer peer : lab.peers()) {
                series.add(
                        peer.name(),
                        megabytes,
                        () -> Started.run(lab.folder(), device.password(), true, peer.session(device, 1, line)));
            }
        }
        return new Chart("One session in a new process, by bytes (-Xmx64m)", "MB", "seconds", series.lines());
    }

    /** One hundred commands, one after the other. */
    static List<Row> commands(Lab lab) throws Exception {
        List<Row> rows = new ArrayList<>();
        Device near = lab.device(1000);
        Device device = lab.away(near, 20);
        List<String> lines = Collections.nCopies(lab.size(100, 20), Lab.SHORT_COMMAND);
        for (Peer peer : lab.peers()) {
            Started theirs = Started.run(lab.folder(), device.password(), false, peer.session(device, 2, lines));
            double their = Double.parseDouble(last(theirs).split(" ")[1]);
            RoundTrips.Warm ours = RoundTrips.warm(device, lines);
            rows.add(new Row(
                    lines.size() + " commands, 20 ms away, each",
                    String.format(Locale.ROOT, "%.1f ms", ours.perCommand()),
                    String.format(Locale.ROOT, "%.1f ms with %s", their, peer.name()),
                    ours.perCommand() / their,
                    "≤ 21.2 ms"));
            rows.add(new Row(
                    lines.size() + " commands sent ahead, 20 ms away, each",
                    String.format(Locale.ROOT, "%.1f ms", ours.sentAhead()),
                    String.format(Locale.ROOT, "%.1f ms with %s, one by one", their, peer.name()),
                    ours.sentAhead() / their,
                    "≤ 5 ms"));
            rows.add(warmLogin(peer, ours, theirs, "20 ms away", "≤ 180 ms"));
            List<String> line = List.of(Lab.SHORT_COMMAND);
            Started theirsNear = Started.run(lab.folder(), near.password(), false, peer.session(near, 2, line));
            rows.add(warmLogin(peer, RoundTrips.warm(near, line), theirsNear, "no delay", "≤ 20 ms"));
        }
        return rows;
    }

    private static Row warmLogin(Peer peer, RoundTrips.Warm ours, Started theirs, String distance, String wanted) {
        double their = Double.parseDouble(last(theirs).split(" ")[0]);
        return new Row(
                "warm, connect to last byte of one command, " + distance,
                String.format(Locale.ROOT, "%.0f ms", ours.toLastByte()),
                String.format(Locale.ROOT, "%.0f ms with %s", their, peer.name()),
                ours.toLastByte() / their,
                wanted);
    }

    private static String last(Started started) {
        return started.errors().get(started.errors().size() - 1);
    }
}
