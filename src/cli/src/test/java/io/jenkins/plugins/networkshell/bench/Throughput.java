package io.jenkins.plugins.networkshell.bench;

import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.output.Generator;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SshSettings;
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

    /**
     * The same from a simulated device, where no pseudo terminal of the operating system limits both: what the clients
     * themselves can do.
     */
    static List<Row> measureSimulated(LocalSshd keys) throws Exception {
        long size = 100_000_000;
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp").toBuilder()
                    .ssh(SshSettings.DEFAULT.withAuth("publickey"))
                    .authorizedKey(Files.readString(keys.folder().resolve("client.pub"))
                            .strip())
                    .command("display big", Reply.generated(Generator.HUAWEI_CONFIG, size, 1))
                    .build());
            double[] ours = new double[ROUNDS];
            double[] theirs = new double[ROUNDS];
            Credential key = Credential.PrivateKey.file(keys.clientKey(), null);
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                try (DeviceShell shell = Sessions.shell(
                        Sessions.channel(device.host(), device.port(), device.user(), key), "huawei_vrp")) {
                    shell.run(Command.of("display big").into((text, ended) -> {}));
                    shell.finish();
                }
                ours[round] = (System.nanoTime() - start) / 1e9;
                theirs[round] = typedSeconds(
                        keys.sshCommandTo(device.user() + "@" + device.host(), device.port()),
                        "screen-length 0 temporary\ndisplay big\nquit\n");
            }
            return List.of(new Row(
                    "100 MB from a simulated device, login included",
                    rate(size, median(ours)),
                    rate(size, median(theirs)) + " with `ssh -tt`, commands on its standard input",
                    median(theirs) / median(ours),
                    "≥ 0.7"));
        }
    }

    private static double typedSeconds(List<String> command, String input) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            stdin.flush();
            process.waitFor();
        }
        return (System.nanoTime() - start) / 1e9;
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
