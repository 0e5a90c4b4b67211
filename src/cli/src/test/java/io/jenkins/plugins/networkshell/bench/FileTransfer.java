package io.jenkins.plugins.networkshell.bench;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.files.access.FileAccess;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A file up and down, against OpenSSH's {@code sftp} on the same server, each in a process of its own, connecting and
 * all; ours in a small heap. The size is the system property {@code bench.megabytes}, 1000 unless told.
 */
final class FileTransfer {
    private static final String HEAP = "-Xmx64m";
    private static final int ROUNDS = 5;

    private FileTransfer() {}

    static List<Row> measure(LocalSshd server) throws Exception {
        int megabytes = Integer.getInteger("bench.megabytes", 1000);
        Path file = random(server.folder().resolve("file"), megabytes);
        Path there = Files.createDirectory(server.folder().resolve("there"));
        double[] theirUp = new double[ROUNDS];
        double[] ourUp = new double[ROUNDS];
        double[] theirDown = new double[ROUNDS];
        double[] ourDown = new double[ROUNDS];
        double[] sshjUp = new double[ROUNDS];
        double[] sshjDown = new double[ROUNDS];
        double peak = 0;
        for (int round = 0; round < ROUNDS; round++) {
            // Turns about, so that a noisy neighbour hits all of them.
            theirUp[round] = sftp(server, "put", file, there);
            double[] up = java(FileTransfer.class, server, "put", file, there);
            sshjUp[round] = java(SshjTransfer.class, server, "put", file, there)[0];
            theirDown[round] = sftp(server, "get", file, there);
            double[] down = java(FileTransfer.class, server, "get", file, there);
            sshjDown[round] = java(SshjTransfer.class, server, "get", file, there)[0];
            ourUp[round] = up[0];
            ourDown[round] = down[0];
            peak = Math.max(peak, Math.max(up[1], down[1]));
        }
        long size = Files.size(file);
        return List.of(
                row(megabytes + " MB up", size, ourUp, theirUp, "sftp put"),
                row(megabytes + " MB down", size, ourDown, theirDown, "sftp get"),
                row(megabytes + " MB up", size, ourUp, sshjUp, "SSHJ's SFTPClient"),
                row(megabytes + " MB down", size, ourDown, sshjDown, "SSHJ's SFTPClient"),
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

    /** Each copy is a new file: to free the space of an old one takes the server's disk some time. */
    private static void checkAndRemove(Path file, Path copy) throws IOException {
        if (Files.mismatch(file, copy) >= 0) {
            throw new IOException(copy + " differs");
        }
        Files.delete(copy);
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

    private static double sftp(LocalSshd server, String direction, Path file, Path folder)
            throws IOException, InterruptedException {
        Path copy = folder.resolve("theirs");
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
            in.write((direction + " " + file + " " + copy + "\n").getBytes(StandardCharsets.UTF_8));
        }
        if (process.waitFor() != 0) {
            throw new IOException("sftp failed");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        checkAndRemove(file, copy);
        return seconds;
    }

    /** @return seconds, without the start of Java itself, and the peak heap in megabytes */
    private static double[] java(Class<?> main, LocalSshd server, String direction, Path file, Path folder)
            throws IOException, InterruptedException {
        Path copy = folder.resolve("copy");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        String.valueOf(server.port()),
                        server.clientKey().toString(),
                        direction,
                        file.toString(),
                        copy.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the measured process failed: " + output);
        }
        checkAndRemove(file, copy);
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
        report(start);
    }

    /** Prints the seconds since {@code start} and the peak heap in megabytes. */
    static void report(long start) {
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(Locale.ROOT, "%.3f %.1f%n", seconds, peak / 1e6);
    }
}
