package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any output, cut anywhere, with pauses anywhere: the same result. */
class ExactOutputTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();

    /** The pauses of a long output cut into single bytes add up. */
    private static final Duration FOR_EVER = Duration.ofDays(365);

    @Property(tries = 500)
    void huaweiOutputComesBackToTheLetter(
            @ForAll("outputs") List<String> outputs, @ForAll long seed, @ForAll("pieces") int piece) throws Exception {
        VirtualDevice device = new VirtualDevice("<HUAWEI>", seed).cutInto(piece, Duration.ofMillis(1500));
        device.answers("screen-length 0 temporary", "Info: The configuration takes effect.\n");
        runsExactly(device, "huawei_vrp", outputs);
    }

    @Property(tries = 500)
    void ciscoOutputComesBackToTheLetter(
            @ForAll("outputs") List<String> outputs, @ForAll long seed, @ForAll("pieces") int piece) throws Exception {
        VirtualDevice device = new VirtualDevice("R1#", seed)
                .cutInto(piece, Duration.ofMillis(1500))
                .logout("exit");
        device.answers("terminal length 0", "").answers("terminal width 511", "");
        runsExactly(device, "cisco_ios", outputs);
    }

    @Property(tries = 200)
    void withoutEchoToo(@ForAll("tameOutputs") List<String> outputs, @ForAll long seed) throws Exception {
        VirtualDevice device = new VirtualDevice("<HUAWEI>", seed)
                .cutInto(40, Duration.ofMillis(200))
                .echo(line -> "\n");
        device.answers("screen-length 0 temporary", "Info: The configuration takes effect.\n");
        runsExactly(device, "huawei_vrp", outputs);
    }

    /** Long output is handed on many lines at a time, up to the next byte that a terminal must interpret. */
    @Property(tries = 200)
    void longOutputComesBackToTheLetter(
            @ForAll("longOutputs") List<String> outputs, @ForAll long seed, @ForAll("pieces") int piece)
            throws Exception {
        VirtualDevice device = new VirtualDevice("<HUAWEI>", seed).cutInto(piece, Duration.ofMillis(100));
        device.answers("screen-length 0 temporary", "Info: The configuration takes effect.\n");
        runsExactly(device, "huawei_vrp", outputs);
    }

    private static void runsExactly(VirtualDevice device, String platform, List<String> outputs) throws Exception {
        for (int i = 0; i < outputs.size(); i++) {
            device.answers("show item " + i, outputs.get(i));
        }
        device.start();
        ShellOptions options =
                ShellOptions.auto(CATALOG).withPlatform(CATALOG.find(platform).orElseThrow());
        try (DeviceShell shell = DeviceShell.open(device, options, device::nanoTime)) {
            for (int i = 0; i < outputs.size(); i++) {
                shell.run("show item " + i);
            }
            List<String> seen =
                    shell.finish().stream().map(CommandResult::output).toList();
            assertThat(visible(seen)).isEqualTo(visible(outputs));
        }
        assertThat(device.isClosed()).isTrue();
    }

    /** On one line, or reports cut it. */
    private static String visible(List<String> outputs) {
        return String.join(" | ", outputs).replace("\n", "\\n").replace("\t", "\\t");
    }

    @Provide
    Arbitrary<Integer> pieces() {
        return Arbitraries.of(1, 2, 7, 40, 500, 20_000);
    }

    @Provide
    Arbitrary<List<String>> outputs() {
        return output(Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, text()), net.jqwik.api.Tuple.of(4, promptLookAlikes())))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<String>> longOutputs() {
        Arbitrary<String> plain = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(60);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(40, plain),
                        net.jqwik.api.Tuple.of(1, text()),
                        net.jqwik.api.Tuple.of(1, promptLookAlikes()))
                .list()
                .ofMinSize(100)
                .ofMaxSize(400)
                .map(all -> String.join("", all.stream().map(l -> l + "\n").toList()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<String>> tameOutputs() {
        return output(text()).list().ofMinSize(1).ofMaxSize(4);
    }

    private static Arbitrary<String> output(Arbitrary<String> lines) {
        return lines.list()
                .ofMaxSize(30)
                .map(all -> String.join("", all.stream().map(l -> l + "\n").toList()));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("\t äöü中文字符")
                .ofMaxLength(120)
                .filter(line -> !line.contains("[Y/N]") && !line.strip().matches("-*\\s*[Mm]ore.*"));
    }

    private static Arbitrary<String> promptLookAlikes() {
        return Arbitraries.of(
                "[V200R009C00SPC500]",
                "<HUAWEI>",
                "[HUAWEI]",
                "[~HUAWEI-GigabitEthernet0/0/1]",
                "<another>",
                "R1#",
                "R1>",
                "R1(config)#",
                "***** W A R N I N G *****#",
                "#",
                "user@host:~$",
                "return",
                "end",
                "!",
                "   ",
                "",
                "sysname HUAWEI",
                "描述 😀 über",
                "<HUAWEI>display version",
                "description ends in blanks   ");
    }
}
