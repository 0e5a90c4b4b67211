package io.jenkins.plugins.networkshell.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code ./dev bench}: a table of ratios, each of two things measured in this one run. */
public final class Bench {
    private final PrintStream out;

    private Bench(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        new Bench(System.out).run();
    }

    private void run() throws Exception {
        out.println(machine());
        out.println();
        out.println(Row.HEADER);
        print(RoundTrips.measure());
        Optional<LocalSshd> sshd = LocalSshd.start();
        if (sshd.isEmpty()) {
            out.println();
            out.println("Throughput and memory were not measured: OpenSSH's server and client are not installed.");
            return;
        }
        try (LocalSshd server = sshd.get()) {
            print(Throughput.measureSimulated(server));
            print(Throughput.measure(server));
            print(Memory.measure(server));
            print(FileTransfer.measure(server));
        }
    }

    private void print(List<Row> rows) {
        rows.forEach(out::println);
        out.flush();
    }

    private static String machine() throws java.io.IOException {
        Path cpuInfo = Path.of("/proc/cpuinfo");
        String cpu = Files.isReadable(cpuInfo)
                ? Files.readAllLines(cpuInfo).stream()
                        .filter(line -> line.startsWith("model name"))
                        .findFirst()
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .orElse("unknown processor")
                : "unknown processor";
        return "Machine: " + Runtime.getRuntime().availableProcessors() + " x " + cpu + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", Java "
                + System.getProperty("java.version") + ".";
    }
}
