package io.jenkins.plugins.networkshell.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ./dev bench [PART]…}: a table of ratios, each of two things measured in this one run. */
public final class Bench {
    private static final List<String> PARTS =
            List.of("inventory", "search", "network", "round-trips", "output", "masking", "memory", "files");

    private final PrintStream out;
    private final Set<String> wanted;

    private Bench(PrintStream out, Set<String> wanted) {
        this.out = out;
        this.wanted = wanted;
    }

    /** @param args some of {@link #PARTS}; all without any */
    public static void main(String[] args) throws Exception {
        for (String part : args) {
            if (!PARTS.contains(part)) {
                System.err.println("There is no benchmark '" + part + "'; allowed: " + String.join(", ", PARTS) + ".");
                System.exit(2);
            }
        }
        new Bench(System.out, new HashSet<>(args.length == 0 ? PARTS : List.of(args))).run();
    }

    private void run() throws Exception {
        out.println(machine());
        out.println();
        out.println(Row.HEADER);
        if (wanted.contains("inventory")) {
            print(Inventories.measure());
        }
        if (wanted.contains("round-trips")) {
            print(RoundTrips.measure());
        }
        if (wanted.contains("network")) {
            print(Networks.measure());
        }
        if (wanted.contains("search")) {
            print(ArchiveSearching.measure());
        }
        Optional<LocalSshd> sshd = LocalSshd.start();
        if (sshd.isEmpty()) {
            out.println();
            out.println("Throughput and memory were not measured: OpenSSH's server and client are not installed.");
            return;
        }
        try (LocalSshd server = sshd.get()) {
            if (wanted.contains("output")) {
                print(Throughput.measureSimulated(server));
                print(Throughput.measure(server));
            }
            if (wanted.contains("masking")) {
                print(Masking.measure(server));
            }
            if (wanted.contains("memory")) {
                print(Memory.measure(server));
            }
            if (wanted.contains("files")) {
                print(FileTransfer.measure(server));
            }
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
