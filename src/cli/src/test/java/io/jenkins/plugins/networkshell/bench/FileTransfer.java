package io.jenkins.plugins.networkshell.bench;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.files.FileAccess;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.ssh.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.Credential;
import io.jenkins.plugins.networkshell.engine.ssh.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A file up and down, against OpenSSH's {@code sftp} on the same server, each in a process of its own, connecting and
 * all; ours in a small heap. The size is the system property {@code bench.megabytes}, 1000 unless told.
 */
final class FileTransfer {
    private static final String HEAP = "-Xmx64m";
    private static final int ROUNDS = 3;

    private FileTransfer() {}

    static List<Row> measure(LocalSshd server) throws Exception {
        int megabytes = Integer.getInteger("bench.megabytes", 1000);
        Path file = random(server.folder().resolve("file"), megabytes);
        Path there = Files.createDirectory(server.folder().resolve("there"));
        double[][] seconds = new double[4][ROUNDS];
        double peak = 0;
        for (int round = 0; round < ROUNDS; round++) {
            // Turns about, so that a noisy neighbour hits all of them.
            seconds[0][round] = sftp(server, "put " + file + " " + there.resolve("theirs"));
            double[] up = ours(server, "put", file, there.resolve("ours"));
            seconds[1][round] = up[0];
            seconds[2][round] = sftp(server, "get " + file + " " + there.resolve("theirs-back"));
            double[] down = ours(server, "get", file, there.resolve("ours-back"));
            seconds[3][round] = down[0];
            peak = Math.max(peak, Math.max(up[1], down[1]));
            same(file, there.resolve("ours"));
            same(file, there.resolve("ours-back"));
        }
        long size = Files.size(file);
        return List.of(
                row(megabytes + " MB up", size, seconds[1], seconds[0], "sftp put"),
                row(megabytes + " MB down", size, seconds[3], seconds[2], "sftp get"),
                new Row(
                        "peak heap for " + megabytes + " MB up and down (" + HEAP + ")",
                        String.format(Locale.ROOT, "%.0f MB", peak),
                        HEAP.substring(4) + " allowed",
                        peak / 64,
                        "passes"));
    }

    private static Row row(String what, long size, double[] ours, double[] theirs, String name) {
        double our = median(ours);
        double their = median(theirs);
        return new Row(
                what + ", connecting included",
                String.format(Locale.ROOT, "%.0f MB/s", size / 1e6 / our),
                String.format(Locale.ROOT, "%.0f MB/s with `%s`", size / 1e6 / their, name),
                their / our,
                "≥ 0.7");
    }

    private static void same(Path file, Path copy) throws IOException {
        if (Files.mismatch(file, copy) >= 0) {
            throw new IOException(copy + " differs");
        }
    }

    private static Path random(Path file, int megabytes) throws IOException {
        byte[] block = new byte[1_000_000];
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < megabytes; i++) {
                random.nextBytes(block);
                out.write(block);
            }
        }
        return file;
    }

    private static double sftp(LocalSshd server, String command) throws IOException, InterruptedException {
        List<String> words = Stream.of(
                        "sftp -q -b - -F /dev/null -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -i "
                                + server.clientKey() + " -P " + server.port() + " 127.0.0.1")
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .toList();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write((command + "\n").getBytes(StandardCharsets.UTF_8));
        }
        if (process.waitFor() != 0) {
            throw new IOException("sftp failed");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** @return seconds, without the start of Java itself, and the peak heap in megabytes */
    private static double[] ours(LocalSshd server, String direction, Path from, Path to)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FileTransfer.class.getName(),
                        String.valueOf(server.port()),
                        server.clientKey().toString(),
                        direction,
                        from.toString(),
                        to.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the measured process failed: " + output);
        }
        return Arrays.stream(output.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** @param args port, key, {@code get} or {@code put}, from, to */
    public static void main(String[] args) throws Exception {
        // As the command line does; without it ECDSA keys can't be used.
        Security.addProvider(new BouncyCastleProvider());
        long start = System.nanoTime();
        Target target = Target.builder("127.0.0.1", System.getProperty("user.name"))
                .port(Integer.parseInt(args[0]))
                .credentials(Credential.PrivateKey.file(Path.of(args[1]), null))
                .hostKeys(HostKeyChecking.acceptAny())
                .build();
        try (SshConnection connection = SshConnection.open(target, ConnectionListener.NONE, new Cancellation());
                FileAccess files = FileAccess.open(connection)) {
            if (args[2].equals("put")) {
                files.put(List.of(Path.of(args[3])), args[4], TransferOptions.DEFAULT, TransferListener.NONE);
            } else {
                files.get(List.of(args[3]), Path.of(args[4]), TransferOptions.DEFAULT, TransferListener.NONE);
            }
        }
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(Locale.ROOT, "%.3f %.1f%n", seconds, peak / 1e6);
    }
}
