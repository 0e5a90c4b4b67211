package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.error.ShellTimeoutException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shell in virtual time: what it decides, what it waits for, what it says when a limit is over. */
class DeviceShellTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final String PAGING_OFF =
            "Info: The configuration takes effect on the current user terminal interface only.\n";

    private final List<String> heard = new ArrayList<>();
    private final ShellListener listener = new ShellListener() {
        @Override
        public void opened(Platform platform, String prompt) {
            heard.add("opened " + platform.name() + " " + prompt);
        }

        @Override
        public void line(int index, String text, boolean ended) {
            heard.add(index + ": " + text);
        }

        @Override
        public void notice(String sentence) {
            heard.add("notice: " + sentence);
        }
    };

    private static VirtualDevice huawei() {
        return new VirtualDevice("<HUAWEI>", 1).answers("screen-length 0 temporary", PAGING_OFF);
    }

    private DeviceShell open(VirtualDevice device, String platform) throws NetworkShellException {
        return open(device, platform, Limits.DEFAULT);
    }

    private DeviceShell open(VirtualDevice device, String platform, Limits limits) throws NetworkShellException {
        ShellOptions options = ShellOptions.auto(CATALOG).withListener(listener).withLimits(limits);
        if (platform != null) {
            options = options.withPlatform(CATALOG.find(platform).orElseThrow());
        }
        return DeviceShell.open(device, options, device::nanoTime);
    }

    @Test
    void aCommandCostsOneRoundTripOnceThePromptIsKnown() throws Exception {
        VirtualDevice device = huawei().roundTrip(Duration.ofMillis(100))
                .answers("display clock", "2026-11-22 09:00:00\n")
                .start();
        DeviceShell shell = open(device, "huawei_vrp");
        long before = device.nanoTime();
        for (int i = 0; i < 10; i++) {
            assertThat(shell.run("display clock").output()).isEqualTo("2026-11-22 09:00:00\n");
        }
        assertThat(Duration.ofNanos(device.nanoTime() - before)).isEqualTo(Duration.ofMillis(1000));
    }

    @Test
    void lateOutputBelongsToTheCommandThatCausedIt() throws Exception {
        VirtualDevice device = huawei().answers("display history", "first\n<HUAWEI>\nlast\n")
                .answers("display clock", "now\n")
                .cutInto(1, Duration.ofMillis(400))
                .start();
        DeviceShell shell = open(device, "huawei_vrp");
        shell.run("display history");
        shell.run("display clock");
        assertThat(shell.finish().stream().map(CommandResult::output))
                .containsExactly("first\n<HUAWEI>\nlast\n", "now\n");
        assertThat(heard).contains("0: last", "1: now").doesNotContain("1: last");
    }

    @Test
    void aMessageBetweenPromptAndEchoIsLateOutput() throws Exception {
        VirtualDevice device = new VirtualDevice("R1#", 1)
                .logout("exit")
                .unknownCommand("")
                .answers("show clock", "now\n")
                .start();
        DeviceShell shell = open(device, "cisco_ios");
        assertThat(shell.run("show clock").output()).isEqualTo("now\n");
        device.say("\n*Oct 30 21:03:11.123: %SYS-5-CONFIG_I: Configured from console by ops\n");
        assertThat(shell.run("show clock").output()).isEqualTo("now\n");
        assertThat(shell.finish().get(1).output()).isEqualTo("now\n");
    }

    @Test
    void aMessageBehindThePromptCostsSilenceNotTheCommand() throws Exception {
        VirtualDevice device = new VirtualDevice("R1#", 1)
                .logout("exit")
                .unknownCommand("")
                .answers("show clock", "now\nR1#\n*Oct 30 21:03:11: %LINK-3-UPDOWN: Interface up\n")
                .start();
        DeviceShell shell = open(device, "cisco_ios");
        device.promptFor("show clock", "");
        shell.run("show clock");
        assertThat(shell.run("show version").failed()).isFalse();
        assertThat(shell.finish().get(0).output()).startsWith("now\n");
    }

    @Test
    void aChangedHostNameIsBelievedWhenAnEmptyLineBringsItBack() throws Exception {
        VirtualDevice device = huawei().answers("sysname core", "").start();
        DeviceShell shell = open(device, "huawei_vrp");
        device.renameAt("sysname core", "<core>");
        assertThat(shell.run("sysname core").output()).isEmpty();
        assertThat(shell.prompt()).isEqualTo("<core>");
        device.answers("display clock", "now\n");
        assertThat(shell.run("display clock").output()).isEqualTo("now\n");
        assertThat(shell.finish().stream().map(CommandResult::output)).containsExactly("", "now\n");
    }

    @Test
    void aWrappedEchoIsNoOutput() throws Exception {
        String longCommand = "display current-configuration interface GigabitEthernet 0/0/1 | include description";
        VirtualDevice device = huawei().echo(line ->
                        line.length() > 40 ? line.substring(0, 40) + " \r\n" + line.substring(40) + "\n" : line + "\n")
                .answers(longCommand, " description x\n")
                .start();
        DeviceShell shell = open(device, "huawei_vrp");
        assertThat(shell.run(longCommand).output()).isEqualTo(" description x\n");
    }

    @Test
    void outputWithoutALineEndIsKept() throws Exception {
        VirtualDevice device = new VirtualDevice("admin@web1:~$ ", 1)
                .logout("exit")
                .answers("printf abc", "abc")
                .answers("hostname", "web1\n")
                .start();
        DeviceShell shell = open(device, "linux");
        assertThat(shell.run("printf abc").output()).isEqualTo("abc");
        assertThat(shell.run("hostname").output()).isEqualTo("web1\n");
        assertThat(shell.finish().stream().map(CommandResult::output)).containsExactly("abc", "web1\n");
    }

    @Test
    void outputBeforeThePromptIsNotTakenForAPromptLater() throws Exception {
        VirtualDevice device = new VirtualDevice("admin@web1:~$ ", 1)
                .logout("exit")
                .answers("printf b", "b")
                .answers("printf ab", "a\nb")
                .start();
        DeviceShell shell = open(device, "linux");
        for (String command : List.of("printf b", "printf b", "printf ab", "printf b")) {
            shell.run(command);
            assertThat(shell.prompt()).isEqualTo("admin@web1:~$");
        }
        assertThat(shell.finish().stream().map(CommandResult::output)).containsExactly("b", "b", "a\nb", "b");
    }

    @Test
    void aLineThatCouldBeAnyRootPromptIsNotThisOne() throws Exception {
        VirtualDevice device = new VirtualDevice("root@web1:~# ", 1)
                .logout("exit")
                .answers("cat config", "hostname r1\n#\n~ #\nend\n")
                .cutInto(1, Duration.ofMillis(200))
                .start();
        DeviceShell shell = open(device, "linux");
        assertThat(shell.run("cat config").output()).isEqualTo("hostname r1\n#\n~ #\nend\n");
    }

    @Test
    void failedCommandsQuoteTheDevice() throws Exception {
        VirtualDevice device = huawei().start();
        CommandResult result = open(device, "huawei_vrp").run("dsplay version");
        assertThat(result.failed()).isTrue();
        assertThat(result.failure()).isEqualTo("Error: Unrecognized command found at '^' position.");
    }

    @Test
    void aPromptNeverDescribedIsConfirmedByAnEmptyLine() throws Exception {
        VirtualDevice device = new VirtualDevice("Ready (7) :", 1)
                .greeting("Welcome\n")
                .logout("bye")
                .answers("list", "a\nb\n")
                .start();
        DeviceShell shell = open(device, "generic");
        assertThat(shell.prompt()).isEqualTo("Ready (7) :");
        assertThat(shell.run("list").output()).isEqualTo("a\nb\n");
        assertThat(shell.finish()).hasSize(1);
    }

    @Test
    void autoNeedsAtMostOneHarmlessCommand() throws Exception {
        VirtualDevice device = new VirtualDevice("edge-1# ", 1)
                .serverVersion("SSH-2.0-OpenSSH_9.2p1")
                .logout("exit")
                .unknownCommand("")
                .answers("show version", "FRRouting 8.4.4 (edge-1) on Linux(6.1.0).\n")
                .start();
        DeviceShell shell = open(device, null);
        assertThat(shell.platform().name()).isEqualTo("frr");
        assertThat(device.typed()).startsWith("show version").doesNotHaveDuplicates();
        assertThat(heard).contains("opened frr edge-1#");
    }

    @Test
    void aQuestionNobodyAnswersIsNamed() throws Exception {
        VirtualDevice device = huawei().start();
        DeviceShell shell = open(device, "huawei_vrp", Limits.DEFAULT.withSilence(Duration.ofSeconds(5)));
        device.answers("reset factory", "All settings will be lost.\nContinue? [Y/N]:");
        device.promptFor("reset factory", "");
        assertThatThrownBy(() -> shell.run("reset factory"))
                .isInstanceOf(ShellTimeoutException.class)
                .hasMessage(
                        "192.0.2.1 asked something that has no answer while 'reset factory' was running, after 27 characters"
                                + " of its output: 'Continue? [Y/N]:'.")
                .satisfies(
                        e -> assertThat(((NetworkShellException) e).describe()).contains("give one for this question"));
        assertThat(Duration.ofNanos(device.nanoTime()))
                .as("not at the silence limit")
                .isLessThan(Duration.ofSeconds(4));
        assertThat(shell.results().get(0).output()).startsWith("All settings will be lost.\n");
    }

    @Test
    void aQuestionIsNeverAnsweredByAProbe() throws Exception {
        for (String question : List.of(
                "Proceed with reload? [confirm]",
                "Password:",
                "Overwrite (yes/no)[n]:",
                "Erase flash: ?",
                "Are you sure? [Y/N]",
                "[Y/N]")) {
            for (String platform : List.of("generic", "huawei_vrp")) {
                VirtualDevice device = huawei().start();
                DeviceShell shell = open(device, platform, Limits.DEFAULT.withSilence(Duration.ofSeconds(5)));
                device.answers("reboot", question);
                device.promptFor("reboot", "");
                assertThatThrownBy(() -> shell.run("reboot"))
                        .as(platform)
                        .isInstanceOf(ShellTimeoutException.class)
                        .satisfies(e -> assertThat(((NetworkShellException) e).describe())
                                .contains("give one for this question"));
                assertThat(device.typed()).last().isEqualTo("reboot");
            }
        }
    }

    @Test
    void outputThatReadsLikeAQuestionIsNotAnswered() throws Exception {
        String output = " password: 7 0822455D\n".repeat(200);
        VirtualDevice device = huawei().answers("display this", output)
                .cutInto(1, Duration.ofMillis(200))
                .start();
        DeviceShell shell = open(device, "huawei_vrp");
        Command command = Command.of("display this").withAnswers(List.of(Answer.of("(?i)password:", "hunter2")));
        assertThat(shell.run(command).output()).isEqualTo(output);
        assertThat(device.typed()).doesNotContain("hunter2");
    }

    @Test
    void aColonAtTheStartOfALineIsNoPagerYet() throws Exception {
        String output = ":one\n:two\n::\n".repeat(50);
        VirtualDevice device = new VirtualDevice("admin@web1:~$ ", 3)
                .logout("exit")
                .answers("cat file", output)
                .cutInto(1, Duration.ofMillis(200))
                .start();
        DeviceShell shell = open(device, "linux");
        assertThat(shell.run("cat file").output()).isEqualTo(output);
        assertThat(device.typed()).containsExactly("", "cat file");
    }

    @Test
    void aQuestionIsAnsweredWhenTheDeviceWaits() throws Exception {
        VirtualDevice device = huawei().answers("delete x", "Delete? [Y/N]:")
                .answers("y", "Deleted.\n")
                .start();
        DeviceShell shell = open(device, "huawei_vrp");
        device.promptFor("delete x", "");
        Command command = Command.of("delete x").withAnswers(List.of(Answer.of("Delete\\?", "y")));
        assertThat(shell.run(command).output()).endsWith("Deleted.\n");
    }

    @Test
    void aQuestionAtLoginIsNotTakenForAPrompt() {
        VirtualDevice device = new VirtualDevice("Accept the licence (yes/no)? ", 1)
                .serverVersion("SSH-2.0-Gadget")
                .start();
        assertThatThrownBy(() -> open(device, null))
                .matches(e -> ((NetworkShellException) e).kind() == ErrorKind.PROMPT_NOT_RECOGNISED);
        assertThat(device.typed()).isEmpty();
    }

    @Test
    void aPromptThatChangesIsBelievedOnADeviceNobodyDescribed() throws Exception {
        VirtualDevice device = new VirtualDevice("box1>", 1).logout("bye").start();
        DeviceShell shell = open(device, "generic");
        device.answers("admin", "");
        device.renameAt("admin", "box1(admin)#");
        assertThat(shell.run("admin").output()).isEmpty();
        assertThat(shell.prompt()).isEqualTo("box1(admin)#");
    }

    @Test
    void aDeviceThatNeverPromptsIsNamedWithItsLastLine() {
        VirtualDevice device = new VirtualDevice("\007Loading\tCLI ...", 1).start();
        assertThatThrownBy(() -> open(device, "huawei_vrp"))
                .matches(e -> ((NetworkShellException) e).kind() == ErrorKind.PROMPT_NOT_RECOGNISED)
                .hasMessageContaining("silent for 30 s behind the line 'Loading\\x09CLI ...'")
                .hasMessageContaining("not a prompt of the platform huawei_vrp");
        assertThat(device.isClosed()).isTrue();
    }

    @Test
    void everyWaitIsBounded() throws Exception {
        VirtualDevice device = huawei().start();
        DeviceShell shell = open(device, "huawei_vrp", Limits.DEFAULT.withCommand(Duration.ofSeconds(20)));
        device.answers("ping", "Reply from 192.0.2.9\n".repeat(500)).cutInto(21, Duration.ofSeconds(5));
        assertThatThrownBy(() -> shell.run("ping"))
                .isInstanceOf(ShellTimeoutException.class)
                .hasMessageContaining("exceeded the command limit of 20 s while 'ping' was running");
    }

    @Test
    void aLostConnectionNamesCommandAndProgress() throws Exception {
        VirtualDevice device = huawei().start();
        DeviceShell shell = open(device, "huawei_vrp");
        device.answers("display big", "line 1\nline 2\nli").hangUpAfter("display big");
        assertThatThrownBy(() -> shell.run("display big"))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessage(
                        "The device ended the session (192.0.2.1) while 'display big' was running, after 14 characters of"
                                + " its output; the last line was 'li'.")
                .satisfies(e -> assertThat(((NetworkShellException) e).kind()).isEqualTo(ErrorKind.CONNECTION_LOST));
        assertThat(shell.results().get(0).output()).isEqualTo("line 1\nline 2\nli");
    }

    @Test
    void errorsMaskTheSecretsOfTheConfiguration() throws Exception {
        VirtualDevice device = huawei().start();
        DeviceShell shell = open(device, "huawei_vrp");
        device.answers("display current-configuration", " set authentication password cipher S3cr3tThing\n")
                .hangUpAfter("display current-configuration");
        assertThatThrownBy(() -> shell.run("display current-configuration"))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageContaining("set authentication password cipher ****")
                .hasMessageNotContaining("S3cr3tThing");
    }

    @Test
    void theUsersOwnLogoutIsNoError() throws Exception {
        VirtualDevice device = huawei().start();
        DeviceShell shell = open(device, "huawei_vrp");
        assertThat(shell.run("quit").failed()).isFalse();
        assertThat(shell.finish()).hasSize(1);
    }

    @Test
    void nothingIsTypedAfterTheSessionsEnd() throws Exception {
        VirtualDevice device = huawei().start();
        DeviceShell shell = open(device, "huawei_vrp");
        shell.run("quit");
        assertThatThrownBy(() -> shell.run("display clock"))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessage("The session on 192.0.2.1 had ended before 'display clock' could be typed.");
        assertThat(shell.results()).hasSize(1);
    }

    @Test
    void anyOfThePlatformsLogoutsIsNoError() throws Exception {
        for (String command : List.of("exit", "logout")) {
            VirtualDevice device =
                    new VirtualDevice("admin@web1:~$ ", 1).logout(command).start();
            DeviceShell shell = open(device, "linux");
            assertThat(shell.run(command).failed()).isFalse();
            assertThat(shell.finish()).hasSize(1);
        }
    }

    @Test
    void longOutputCanGoToASinkInstead() throws Exception {
        VirtualDevice device =
                huawei().answers("display big", "line\n".repeat(1000)).start();
        DeviceShell shell = open(device, "huawei_vrp");
        List<String> lines = new ArrayList<>();
        CommandResult result = shell.run(Command.of("display big").into((text, ended) -> lines.add(text)));
        assertThat(lines).hasSize(1000);
        assertThat(result.output()).isEmpty();
        assertThat(result.characters()).isEqualTo(5000);
    }

    @Test
    void whatTheDeviceWouldActOnIsNoText() {
        for (String key : List.of("\t", "\u0003", "\u001b[A", "\u007f")) {
            assertThatThrownBy(() -> Command.of("show " + key))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(key.equals("\t") ? "tab" : "control character");
        }
    }
}
