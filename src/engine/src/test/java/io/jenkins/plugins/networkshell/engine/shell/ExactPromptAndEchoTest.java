package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any prompt and any echo that devices show, on any platform, cut anywhere with pauses anywhere: the same result. */
class ExactPromptAndEchoTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    /** The pauses of a session that is cut into single bytes add up. */
    private static final Limits LIMITS =
            Limits.DEFAULT.withCommand(Duration.ofDays(9)).withSession(Duration.ofDays(9));

    /** What a device shows before each command, and the platform that it is driven as. */
    enum Prompt {
        HUAWEI("huawei_vrp", "<HUAWEI>"),
        CISCO("cisco_ios", "R1#"),
        FRR("frr", "edge-1# "),
        LINUX("linux", "admin@web1:~$ "),
        GENERIC("generic", "term1 (port 3) > "),
        GENERIC_WITHOUT_BLANK("generic", "box1>"),
        COUNTING("generic", "* Slot-1 X440-SW002.%d # "),
        WITH_EXIT_STATUS("generic", "[%d] ops@fw1:/> "),
        BLANK_LINE_BEFORE("generic", "\nops@srx-vpn1> "),
        TWO_LINES("generic", "--{ running }--[  ]--\nA:srl1# "),
        TWO_LINES_ON_LINUX("linux", "┌──(kali㉿kali)-[~]\n└─$ ");

        private final String platform;
        private final String text;

        Prompt(String platform, String text) {
            this.platform = platform;
            this.text = text;
        }

        String lastLine() {
            return text.substring(text.lastIndexOf('\n') + 1).replace("%d", "3");
        }
    }

    /** How a device shows what is typed. */
    enum Echo {
        PLAIN((prompt, line) -> line + "\r\n"),
        WITH_BLANK_AND_CARRIAGE_RETURNS((prompt, line) -> line + " \r\r\n"),
        WRITTEN_OUT((prompt, line) -> line.replace("sh it", "show item") + " \r\n"),
        SCROLLED((prompt, line) -> line.length() < 12
                ? line + "\r\n"
                : line.substring(0, 12) + "\b".repeat(12) + "$" + line.substring(line.length() - 6) + " ".repeat(5)
                        + "\b".repeat(5) + "\r\n"),
        REDRAWN((prompt, line) -> {
            StringBuilder drawn = new StringBuilder();
            for (int i = 1; i <= line.length(); i++) {
                drawn.append('\r').append(prompt).append(line, 0, i).append("\033[K");
            }
            return drawn + "\r\n";
        }),
        ERASED_AND_BRACKETED((prompt, line) -> "\033[K" + line + "\033[?2004l\r\r\n");

        private final BiFunction<String, String, String> how;

        Echo(BiFunction<String, String, String> how) {
            this.how = how;
        }
    }

    @Property(tries = 1500)
    void outputComesBackToTheLetter(
            @ForAll Prompt prompt,
            @ForAll Echo echo,
            @ForAll("codes") String codes,
            @ForAll("outputs") List<String> outputs,
            @ForAll long seed,
            @ForAll("pieces") int piece)
            throws Exception {
        VirtualDevice device = new VirtualDevice(prompt.text, seed)
                .greeting("Welcome to the lab\n\n")
                .behindPrompt(codes)
                .echo(line -> echo.how.apply(prompt.lastLine(), line))
                .logout(prompt.platform.equals("huawei_vrp") ? "quit" : "exit")
                .unknownCommand("")
                .cutInto(piece, Duration.ofMillis(1500));
        for (int i = 0; i < outputs.size(); i++) {
            device.answers("sh it number " + i, outputs.get(i));
        }
        device.start();
        ShellOptions options = ShellOptions.auto(CATALOG)
                .withLimits(LIMITS)
                .withPlatform(CATALOG.find(prompt.platform).orElseThrow());
        try (DeviceShell shell = DeviceShell.open(device, options, device::nanoTime)) {
            for (int i = 0; i < outputs.size(); i++) {
                shell.run("sh it number " + i);
            }
            assertThat(visible(
                            shell.finish().stream().map(CommandResult::output).toList()))
                    .isEqualTo(visible(outputs));
        }
    }

    private static String visible(List<String> outputs) {
        return String.join(" | ", outputs).replace("\n", "\\n");
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of("", "\033[K", "\033[?2004h", "\033[K\033[?1h\033=\033[?2004h", "\033[6n\0");
    }

    @Provide
    Arbitrary<Integer> pieces() {
        return Arbitraries.of(1, 2, 7, 40, 500, 20_000);
    }

    @Provide
    Arbitrary<List<String>> outputs() {
        return Arbitraries.of(
                        "line of output",
                        "",
                        "   ",
                        "!",
                        "#",
                        "end",
                        "user@host:~$",
                        "[edit]",
                        "R2#",
                        "<another>",
                        "0123456789",
                        "{")
                .list()
                .ofMaxSize(8)
                .map(all -> String.join("", all.stream().map(l -> l + "\n").toList()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
