package io.jenkins.plugins.networkshell.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.network.LargeNetwork.Member;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command itself is killed with SIGKILL at random moments, as often as {@code -DkilledBackup.kills} says, while every
 * device has another configuration each time, and is started again.
 */
class KilledBackupTest {
    private static final int KILLS = Integer.getInteger("killedBackup.kills", 2);
    private static final int DEVICES = 30;
    /** After an event; a device takes about as long. */
    private static final int MOST_MILLIS = 200;

    @TempDir
    private Path folder;

    private final Random random = new Random();
    /** What each device has printed so far, by its name. */
    private final Map<String, Set<String>> printed = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"", "--git"})
    @Timeout(1200)
    void theArchiveIsWholeEachTime(String option) throws Exception {
        NightlyBackup backup = new NightlyBackup(folder, "-Xmx256m");
        Path archive = folder.resolve("archive");
        List<String> options = option.isEmpty() ? List.of() : List.of(option);
        try (LargeNetwork network = LargeNetwork.start(folder, backup.samples(), DEVICES, Duration.ofMillis(5))) {
            for (int kill = 1; kill <= KILLS; kill++) {
                network.change(kill);
                remember(network);
                kill(backup, network, options);
                checkFiles(network, archive);

                BackupProcess.Ended ended = backup.run(network, "archive", again(options));
                assertThat(ended.code()).as(ended.failures()).isZero();
                for (Member member : network.members()) {
                    assertThat(archive.resolve(member.name() + ".cfg")).hasSameTextualContentAs(member.source());
                }
                checkNothingIsLeft(archive);
            }
        }
    }

    private static String[] again(List<String> options) {
        List<String> all = new ArrayList<>(List.of("--host-keys", "accept-new"));
        all.addAll(options);
        return all.toArray(String[]::new);
    }

    private void remember(LargeNetwork network) throws IOException {
        for (Member member : network.members()) {
            printed.merge(
                    member.name(),
                    Set.of(Files.readString(member.source())),
                    (old, now) -> Stream.concat(old.stream(), now.stream()).collect(Collectors.toSet()));
        }
    }

    /** Somewhere between the start of the first device and the end of the last. */
    private void kill(NightlyBackup backup, LargeNetwork network, List<String> options) throws Exception {
        List<String> more = new ArrayList<>(List.of("--parallel", "10"));
        more.addAll(List.of(again(options)));
        Process process = backup.start(network, "archive", more.toArray(String[]::new));
        int finished = random.nextInt(DEVICES);
        try (BufferedReader events = process.inputReader(StandardCharsets.UTF_8)) {
            String event = events.readLine();
            for (int seen = 0; event != null && seen < finished; event = events.readLine()) {
                seen += event.contains("\"deviceFinished\"") ? 1 : 0;
            }
            assertThat(event).as(Files.readString(folder.resolve("err.txt"))).isNotNull();
            process.waitFor(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS);
            process.toHandle().destroyForcibly();
            events.transferTo(Writer.nullWriter());
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Each file is a whole configuration that the device has had. */
    private void checkFiles(LargeNetwork network, Path archive) throws IOException {
        for (Member member : network.members()) {
            Path file = archive.resolve(member.name() + ".cfg");
            if (Files.exists(file)) {
                assertThat(printed.get(member.name())).as(member.name()).contains(Files.readString(file));
            }
        }
    }

    private static void checkNothingIsLeft(Path archive) throws Exception {
        try (Stream<Path> files = Files.walk(archive)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
        if (Files.isDirectory(archive.resolve(".git"))) {
            for (List<String> check : List.of(List.of("fsck", "--full"), List.of("diff", "--exit-code", "HEAD"))) {
                List<String> command = new ArrayList<>(List.of("git", "-C", archive.toString()));
                command.addAll(check);
                Process git =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(git.waitFor()).as(said).isZero();
            }
        }
    }
}
