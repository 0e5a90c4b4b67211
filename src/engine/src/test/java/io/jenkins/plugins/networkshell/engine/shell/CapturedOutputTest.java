package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Outputs as devices print them, cut into random pieces with pauses: they come back to the letter.
 *
 * <p>The folder {@code captures} holds our own. {@code -Dnetworkshell.captures=DIR} names a folder of real ones, for
 * instance the {@code tests} of a checkout of ntc-templates: every {@code *.raw} file below it is tried.
 */
class CapturedOutputTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final Limits LIMITS =
            Limits.DEFAULT.withCommand(Duration.ofDays(9)).withSession(Duration.ofDays(9));

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
            for (Kind kind : Kind.of(file)) {
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

    private enum Kind {
        HUAWEI("huawei_vrp", "<core-sw1>", "quit"),
        CISCO("cisco_ios", "br-rtr7#", "exit"),
        FASTIRON("brocade_fastiron", "SSH@br-sw7#", "logout"),
        RUCKUS("ruckus_fastiron", "SSH@br-sw7#", "logout"),
        OS10("dell_os10", "br-leaf7#", "exit"),
        FORCE10("dell_force10", "br-leaf7#", "exit"),
        POWERCONNECT("dell_powerconnect", "console7#", "logout"),
        ONYX("mellanox_mlnxos", "br-sw7 [standalone: master] #", "exit"),
        ZXROS("zte_zxros", "BR-ZXR7#", "exit"),
        RUIJIE("ruijie_os", "Ruijie7#", "exit"),
        OMNISWITCH("alcatel_aos", "SWA_0007->", "exit"),
        SAOS("ciena_saos", "5160-CO-7>", "exit"),
        ELTEX("eltex", "console7#", "exit"),
        AWPLUS("allied_telesis_awplus", "awplus7#", "exit"),
        LINUX("linux", "ops@web7:~$", "exit");

        private final String platform;
        private final String prompt;
        private final String logout;

        Kind(String platform, String prompt, String logout) {
            this.platform = platform;
            this.prompt = prompt;
            this.logout = logout;
        }

        /** That of the platform which a folder above the file is named after; where there is none, two of them. */
        static List<Kind> of(Path file) {
            for (Path folder : file) {
                for (Kind kind : values()) {
                    if (folder.toString().equals(kind.platform)) {
                        return List.of(kind);
                    }
                }
            }
            return List.of(HUAWEI, CISCO);
        }
    }
}
