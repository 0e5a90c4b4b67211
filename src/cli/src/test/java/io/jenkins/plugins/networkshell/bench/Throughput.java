package io.jenkins.plugins.networkshell.bench;

import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Long output through the whole shell, against {@code ssh host cat} on the same server. */
final class Throughput {
    private static final int ROUNDS = 5;

    private Throughput() {}

    static List<Row> measure(LocalSshd server) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int megabytes : List.of(1, 10, 100)) {
            Path file = configuration(server.folder().resolve(megabytes + "mb"), megabytes);
            long size = Files.size(file);
            double[] ours = new double[ROUNDS];
            double[] theirs = new double[ROUNDS];
            double[] theirsPty = new double[ROUNDS];
            try (DeviceShell shell = Sessions.bash(server)) {
                // Turns about, so that a noisy neighbour hits all of them.
                for (int round = 0; round < ROUNDS; round++) {
                    ours[round] = shellSeconds(shell, file, size);
                    theirs[round] = processSeconds(server.sshCommand("cat", file.toString()));
                    List<String> withPty = new ArrayList<>(server.sshCommand("cat", file.toString()));
                    withPty.add(1, "-tt");
                    theirsPty[round] = processSeconds(withPty);
                }
            }
            rows.add(row(
                    megabytes, size, median(ours), median(theirs), "`ssh host cat`", megabytes == 100 ? "≥ 0.7" : ""));
            rows.add(row(megabytes, size, median(ours), median(theirsPty), "`ssh -tt host cat`, a PTY like ours", ""));
        }
        return rows;
    }

    private static Row row(int megabytes, long size, double ours, double theirs, String name, String wanted) {
        return new Row(
                megabytes + " MB of output",
                rate(size, ours),
                rate(size, theirs) + " with " + name,
                theirs / ours,
                wanted);
    }

    private static String rate(long size, double seconds) {
        return String.format(Locale.ROOT, "%.0f MB/s", size / 1e6 / seconds);
    }

    private static double shellSeconds(DeviceShell shell, Path file, long size) throws IOException {
        long start = System.nanoTime();
        CommandResult result = shell.run(Command.of("cat " + file).into((text, ended) -> {}));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (result.characters() != size) {
            throw new IOException("read " + result.characters() + " characters of " + size);
        }
        return seconds;
    }

    private static double processSeconds(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new IOException("ssh failed");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    static Path configuration(Path file, int megabytes) throws IOException {
        long wanted = megabytes * 1_000_000L;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long written = 0, i = 0; written < wanted; i++) {
                String block = "interface GigabitEthernet0/0/" + i + "\n description uplink to building " + i % 97
                        + "\n ip address 192.0.2." + i % 250 + " 255.255.255.0\n port link-type trunk\n#\n";
                out.write(block);
                written += block.length();
            }
        }
        return file;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
