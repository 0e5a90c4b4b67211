package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.TablePrompt;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** As one piece, and in pieces of at most so many bytes with pauses of up to 1.2 s between them. */
    private static final List<Integer> PIECES = List.of(0, 7, 1460);

    /** What others call our platforms, where that is no alias; devices that nobody described are generic. */
    private static final Map<String, String> PLATFORMS =
            Map.of("brocade_netiron", "brocade_fastiron", "huawei_ont", "huawei_smartax");

    private static final Pattern HOST_NAME =
            Pattern.compile("^ *(?:hostname|sysname|host-name|name) \"?([A-Za-z][\\w.-]{2,30})\"?$");
    private static final int MOST_HOSTS = 2;

    private static final String HOST = "br-rtr7";

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
        for (Kind kind : kinds(file, output)) {
            for (int largest : PIECES) {
                comesBack(output, kind, largest);
            }
        }
    }

    private static void comesBack(String output, Kind kind, int largestPiece) throws Exception {
        VirtualDevice device = new VirtualDevice(kind.prompt, largestPiece)
                .logout(kind.logout)
                .unknownCommand("")
                .answers("show it", output);
        if (largestPiece > 0) {
            device.cutInto(largestPiece, Duration.ofMillis(1200));
        }
        device.start();
        ShellOptions options = ShellOptions.auto(CATALOG)
                .withLimits(LIMITS)
                .withPlatform(CATALOG.find(kind.platform).orElseThrow());
        try (DeviceShell shell = DeviceShell.open(device, options, device::nanoTime)) {
            shell.run("show it");
            assertThat(shell.finish().get(0).output())
                    .as("%s, pieces of %d", kind, largestPiece)
                    .isEqualTo(output);
        }
    }

    /** Files say LF and drop what a terminal does not show; a device ends its last line. */
    private static String asPrinted(String text) {
        String lines =
                text.replace("\r\n", "\n").replace("\r", "").replaceAll("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]", "");
        return lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n";
    }

    /**
     * Any output must come back through these, and through its own platform, which a folder is named after; on a device
     * that has the name of the one that printed it, too.
     */
    private static List<Kind> kinds(Path file, String output) {
        Platform own = StreamSupport.stream(file.spliterator(), false)
                .map(folder -> PLATFORMS.getOrDefault(folder.toString(), folder.toString()))
                .flatMap(name -> CATALOG.find(name).stream())
                .findFirst()
                .orElseGet(() -> CATALOG.find("generic").orElseThrow());
        return Stream.concat(
                        Stream.of(
                                new Kind("huawei_vrp", "<core-sw1>", "quit"),
                                new Kind("cisco_ios", HOST + "#", "exit"),
                                Kind.of(own, HOST)),
                        hosts(own, output).stream().map(host -> Kind.of(own, host)))
                .distinct()
                .toList();
    }

    /** Names of devices in an output: in prompts that were captured along, and where a configuration sets them. */
    private static Set<String> hosts(Platform platform, String output) {
        Set<String> hosts = new LinkedHashSet<>();
        output.lines().forEach(line -> {
            Matcher name = HOST_NAME.matcher(line);
            if (name.find()) {
                hosts.add(name.group(1));
            }
            platform.modes().stream()
                    .filter(mode -> !mode.fitsAnyLine())
                    .flatMap(mode -> mode.host(line.stripTrailing()).stream())
                    .filter(host -> host.matches("[A-Za-z][\\w.-]*"))
                    .forEach(hosts::add);
        });
        return hosts.stream().limit(MOST_HOSTS).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private record Kind(String platform, String prompt, String logout) {
        static Kind of(Platform platform, String host) {
            return new Kind(
                    platform.name(),
                    TablePrompt.of(platform.name(), host),
                    platform.beforeLogout().isEmpty()
                            ? "exit"
                            : platform.beforeLogout().get(0));
        }
    }
}
