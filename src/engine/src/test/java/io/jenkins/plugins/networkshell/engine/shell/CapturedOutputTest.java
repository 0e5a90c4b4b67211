package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Outputs as devices print them, cut into random pieces with pauses: they come back to the letter.
 *
 * <p>The folder {@code captures} holds our own. {@code -Dnetworkshell.captures=DIR} names a folder of real ones, for
 * instance the {@code tests} of a checkout of ntc-templates: every {@code *.raw} file below it is tried. A folder named
 * after a platform has it tried with that platform, too.
 */
class CapturedOutputTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final Limits LIMITS =
            Limits.DEFAULT.withCommand(Duration.ofDays(9)).withSession(Duration.ofDays(9));

    /** One of them is a prompt of any platform. */
    private static final List<String> PROMPTS = List.of(
            "br-rtr7#",
            "br-rtr7>",
            "<br-rtr7>",
            "br-rtr7 #",
            "br-rtr7.1 #",
            "br-rtr7->",
            "(br-rtr7) #",
            "(br-rtr7) >",
            "A:br-rtr7#",
            "RP/0/RSP0/CPU0:br-rtr7#",
            "ops@br-rtr7:~$",
            "[ops@br-rtr7] >",
            "SSH@br-sw7#",
            "br-sw7 [standalone: master] #",
            "edge-7 tnsr#",
            "bird>");

    @TestFactory
    Stream<DynamicTest> outputOfDevices() throws IOException, URISyntaxException {
        Path own = Path.of(CapturedOutputTest.class.getResource("captures").toURI());
        String more = System.getProperty("networkshell.captures");
        List<Path> files = Stream.concat(raw(own), more == null ? Stream.empty() : raw(Path.of(more)))
                .toList();
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getParent().getFileName() + "/" + file.getFileName(), () -> comesBackToTheLetter(file)));
    }

    private static Stream<Path> raw(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".raw")).sorted().toList().stream();
        }
    }

    private static void comesBackToTheLetter(Path file) throws Exception {
        String output = asPrinted(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8));
        for (long seed = 0; seed < 3; seed++) {
            for (Kind kind : kinds(file)) {
                VirtualDevice device = new VirtualDevice(kind.prompt, seed)
                        .logout(kind.logout)
                        .unknownCommand("")
                        .cutInto(seed == 0 ? 3 : 700, Duration.ofMillis(1200))
                        .answers("show it", output)
                        .start();
                ShellOptions options = ShellOptions.auto(CATALOG)
                        .withLimits(LIMITS)
                        .withPlatform(CATALOG.find(kind.platform).orElseThrow());
                try (DeviceShell shell = DeviceShell.open(device, options, device::nanoTime)) {
                    shell.run("show it");
                    assertThat(shell.finish().get(0).output())
                            .as("%s, seed %d", kind, seed)
                            .isEqualTo(output);
                }
            }
        }
    }

    /** Files say LF and drop what a terminal does not show; a device ends its last line. */
    private static String asPrinted(String text) {
        String lines =
                text.replace("\r\n", "\n").replace("\r", "").replaceAll("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]", "");
        return lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n";
    }

    /** Any output must come back through these, and through its own platform, which a folder is named after. */
    private static List<Kind> kinds(Path file) {
        Stream<Kind> own = StreamSupport.stream(file.spliterator(), false)
                .flatMap(folder -> CATALOG.find(folder.toString()).stream())
                .map(Kind::of)
                .limit(1);
        return Stream.concat(
                        Stream.of(
                                new Kind("huawei_vrp", "<core-sw1>", "quit"),
                                new Kind("cisco_ios", "br-rtr7#", "exit")),
                        own)
                .distinct()
                .toList();
    }

    private record Kind(String platform, String prompt, String logout) {
        static Kind of(Platform platform) {
            String prompt = PROMPTS.stream()
                    .filter(shape -> platform.modes().stream()
                            .anyMatch(mode -> mode.prompt().matches(shape)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Add a prompt of " + platform.name()));
            return new Kind(
                    platform.name(),
                    prompt,
                    platform.beforeLogout().isEmpty()
                            ? "exit"
                            : platform.beforeLogout().get(0));
        }
    }
}
