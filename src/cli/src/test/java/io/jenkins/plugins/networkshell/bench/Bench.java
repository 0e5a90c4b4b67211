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
    private static final List<String> PARTS = List.of(
            "inventory",
            "search",
            "network",
            "round-trips",
            "start",
            "commands",
            "bulk",
            "fleet",
            "backup",
            "charts",
            "output",
            "masking",
            "memory",
            "files");
    /** A word among the parts: the new process, bulk and fleet parts with little, to see whether they work. */
    private static final String SMALL = "small";

    private final PrintStream out;
    private final Set<String> wanted;
    private final boolean small;

    private Bench(PrintStream out, Set<String> wanted, boolean small) {
        this.out = out;
        this.wanted = wanted;
        this.small = small;
    }

    /** @param args some of {@link #PARTS}; all without any */
    public static void main(String[] args) throws Exception {
        for (String part : args) {
            if (!PARTS.contains(part) && !part.equals(SMALL)) {
                System.err.println("There is no benchmark '" + part + "'; allowed: " + String.join(", ", PARTS) + ".");
                System.exit(2);
            }
        }
        Set<String> words = new HashSet<>(List.of(args));
        boolean small = words.remove(SMALL);
        new Bench(System.out, words.isEmpty() ? Set.copyOf(PARTS) : words, small).run();
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
        if (wanted.stream().anyMatch(List.of("start", "commands", "bulk", "fleet", "backup", "charts")::contains)) {
            againstPeers();
        }
        if (wanted.stream().noneMatch(List.of("output", "masking", "memory", "files")::contains)) {
            return;
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

    private void againstPeers() throws Exception {
        try (Lab lab = new Lab(small)) {
            if (lab.peers().isEmpty()) {
                out.println();
                out.println(
                        "Nothing was compared with others: of Paramiko, AsyncSSH and OpenSSH with sshpass, none is installed"
                                + " (python3-paramiko, python3-asyncssh, openssh-client and sshpass), or there is no Python.");
                return;
            }
            if (wanted.contains("start")) {
                print(Processes.start(lab));
            }
            if (wanted.contains("commands")) {
                print(Processes.commands(lab));
            }
            if (wanted.contains("bulk")) {
                print(Processes.bulk(lab));
            }
            if (wanted.contains("fleet")) {
                print(Fleets.measure(lab));
            }
            if (wanted.contains("backup")) {
                print(Backups.measure(lab));
            }
            if (wanted.contains("charts")) {
                Path folder = Files.createDirectories(Path.of("target", "bench"));
                Files.writeString(
                        folder.resolve("bench-devices.svg"), Fleets.devices(lab).svg());
                Files.writeString(
                        folder.resolve("bench-bytes.svg"), Processes.bytes(lab).svg());
                System.err.println("The charts are " + folder + "/bench-devices.svg and bench-bytes.svg.");
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
