package io.jenkins.plugins.networkshell.bench;

import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Peak heap of a process of its own: the same session with 1 MB and with 100 MB of output, in a small heap. */
final class Memory {
    private static final String HEAP = "-Xmx64m";

    private Memory() {}

    static List<Row> measure(LocalSshd server) throws Exception {
        double small = peakMegabytes(server, 1);
        double large = peakMegabytes(server, 100);
        return List.of(new Row(
                "peak heap for 100 MB of output (" + HEAP + ")",
                String.format(Locale.ROOT, "%.0f MB", large),
                String.format(Locale.ROOT, "%.0f MB for 1 MB of output", small),
                large / small,
                "passes"));
    }

    private static double peakMegabytes(LocalSshd server, int megabytes) throws Exception {
        Path file = Throughput.configuration(server.folder().resolve(megabytes + "mb-memory"), megabytes);
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Memory.class.getName(),
                        String.valueOf(server.port()),
                        server.clientKey().toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new java.io.IOException("the measured process failed: " + output);
        }
        return Double.parseDouble(output.strip());
    }

    /** @param args port, key, file */
    public static void main(String[] args) throws Exception {
        var key = io.jenkins.plugins.networkshell.engine.target.Credential.PrivateKey.file(Path.of(args[1]), null);
        var channel = Sessions.channel("127.0.0.1", Integer.parseInt(args[0]), System.getProperty("user.name"), key);
        try (DeviceShell shell = Sessions.shell(channel, "linux")) {
            long size = Files.size(Path.of(args[2]));
            long read = shell.run(Command.of("cat " + args[2]).into((text, ended) -> {}))
                    .characters();
            if (read != size) {
                throw new IllegalStateException("read " + read + " of " + size);
            }
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(Locale.ROOT, "%.1f%n", peak / 1e6);
    }
}
