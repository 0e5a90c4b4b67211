package io.jenkins.plugins.networkshell.bench;

import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveReader;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveSearch;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The search over 2,000 configurations of 50 KB, against the second that it may take. */
final class ArchiveSearching {
    private static final int DEVICES = 2_000;
    private static final int BYTES = 50_000;
    private static final int ROUNDS = 5;
    private static final double ALLOWED_MILLIS = 1000;

    private ArchiveSearching() {}

    static List<Row> measure() throws IOException {
        Path folder = Files.createTempDirectory("network-shell-bench");
        try {
            for (int i = 0; i < DEVICES; i++) {
                Files.writeString(folder.resolve("device-" + i + ".cfg"), configuration(i));
            }
            List<Row> rows = new ArrayList<>();
            rows.add(row(folder, "a line that 20 have", "ntp server 10.9.9.9", false));
            rows.add(row(folder, "a pattern that 20 have", "^ntp server 10\\.9\\.\\d+", false));
            rows.add(row(folder, "a section of each, 400,000 lines", "description to \\w+", false));
            rows.add(row(folder, "a pattern without any fixed text", "[0-9]+[:;][0-9]+", false));
            rows.add(row(folder, "in small and capital letters", "NTP Server 10.9", true));
            rows.add(lacking(folder));
            return rows;
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String configuration(int device) {
        StringBuilder text = new StringBuilder("hostname device-" + device + "\n");
        for (int i = 0; i < 200; i++) {
            text.append("interface GigabitEthernet0/").append(i).append("\n description to customer");
            text.append(i)
                    .append("\n ip address 10.")
                    .append(device % 250)
                    .append('.')
                    .append(i);
            text.append(".1 255.255.255.0\n");
        }
        if (device % 100 == 0) {
            text.append("ntp server 10.9.9.9\n");
        }
        for (int i = 0; text.length() < BYTES; i++) {
            text.append("access-list 101 permit tcp any host 10.0.").append(i).append(".1 eq https\n");
        }
        return text.append("end\n").toString();
    }

    private static Row row(Path folder, String what, String pattern, boolean ignoreCase) throws IOException {
        ConfigurationSearch search = new ConfigurationSearch(pattern, ignoreCase);
        return row(what, median(folder, archive -> archive.matching(search)));
    }

    private static Row lacking(Path folder) throws IOException {
        ConfigurationSearch search = new ConfigurationSearch("^ntp server", false);
        return row("which lack a line", median(folder, archive -> archive.lacking(search)));
    }

    private static Row row(String what, double millis) {
        return new Row(
                "search of 2,000 configurations of 50 KB: " + what,
                String.format(Locale.ROOT, "%.0f ms", millis),
                "1 s",
                millis / ALLOWED_MILLIS,
                "≤ 1");
    }

    private interface Search {
        Object in(ArchiveSearch archive) throws ArchiveException;
    }

    private static double median(Path folder, Search search) throws IOException {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            search.in(new ArchiveSearch(new ArchiveReader(folder), file -> true));
            times.add(System.nanoTime() - start);
        }
        times.sort(null);
        return times.get(ROUNDS / 2) / 1e6;
    }
}
