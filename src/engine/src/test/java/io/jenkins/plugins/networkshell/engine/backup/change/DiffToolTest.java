package io.jenkins.plugins.networkshell.engine.backup.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our differences against those of {@code diff -u} and {@code patch}, on generated pairs of configurations. */
class DiffToolTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void needsTheTools() {
        assumeTrue(isInstalled("diff") && isInstalled("patch"), "diff and patch are needed");
    }

    static Stream<Pair> pairs() {
        return Stream.iterate(0L, seed -> seed + 1).limit(60).map(Pair::generated);
    }

    /** @param distinct whether no line occurs twice, so that only one smallest difference exists */
    record Pair(long seed, boolean distinct, List<String> before, List<String> now) {
        static Pair generated(long seed) {
            Random random = new Random(seed);
            boolean distinct = seed % 2 == 0;
            List<String> before = new ArrayList<>();
            int sections = random.nextInt(30);
            for (int i = 0; i < sections; i++) {
                before.add("interface Eth" + i);
                int lines = random.nextInt(6);
                for (int j = 0; j < lines; j++) {
                    before.add(" option " + (distinct ? i + "/" + j : random.nextInt(4)));
                }
                before.add(distinct ? "! " + i : "!");
            }
            List<String> now = new ArrayList<>(before);
            int changes = random.nextInt(12);
            for (int i = 0; i < changes; i++) {
                int place = random.nextInt(now.size() + 1);
                if (place < now.size() && random.nextBoolean()) {
                    now.remove(place);
                } else {
                    now.add(place, " new " + (distinct ? i : random.nextInt(3)));
                }
            }
            return new Pair(seed, distinct, before, now);
        }

        @Override
        public String toString() {
            return "seed " + seed;
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void asManyLinesComeAndGoAsDiffSays(Pair pair) throws IOException {
        List<String> theirs = diff(pair);
        ConfigurationDifference ours = new Comparison(true).between(pair.before(), pair.now());

        assertThat(ours.added()).isEqualTo(count(theirs, "+"));
        assertThat(ours.removed()).isEqualTo(count(theirs, "-"));
        if (pair.distinct()) {
            assertThat(lines(ours)).isEqualTo(new HashSet<>(theirs));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void patchTakesOurs(Pair pair) throws IOException {
        Path file = write("patched", pair.before());
        List<String> unified = UnifiedDiff.of("patched", pair.before(), "patched", pair.now());
        Path patch = write("ours.diff", unified);
        if (!unified.isEmpty()) {
            run("patch", "--quiet", "--fuzz=0", file.toString(), patch.toString());
        }
        assertThat(Files.exists(file) ? Files.readAllLines(file) : List.of()).isEqualTo(pair.now());
    }

    private static Set<String> lines(ConfigurationDifference difference) {
        Set<String> lines = new HashSet<>();
        difference
                .sections()
                .forEach(section ->
                        section.lines().forEach(line -> lines.add((line.added() ? "+" : "-") + line.text())));
        return lines;
    }

    private static int count(List<String> lines, String mark) {
        return (int) lines.stream().filter(line -> line.startsWith(mark)).count();
    }

    /** The changed lines alone, with their marks. */
    private List<String> diff(Pair pair) throws IOException {
        Path before = write("before", pair.before());
        Path now = write("now", pair.now());
        return run("diff", "--minimal", "-u", before.toString(), now.toString())
                .lines()
                .skip(2)
                .filter(line -> line.startsWith("+") || line.startsWith("-"))
                .toList();
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static boolean isInstalled(String tool) {
        try {
            return run(tool, "--version").contains("GNU");
        } catch (IOException e) {
            return false;
        }
    }
}
