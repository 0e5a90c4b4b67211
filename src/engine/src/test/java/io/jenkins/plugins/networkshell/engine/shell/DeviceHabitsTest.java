package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What devices do that a person at the keyboard hardly notices: changing prompts, echoes, questions, silence. */
class DeviceHabitsTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final Limits LIMITS = Limits.DEFAULT.withSilence(Duration.ofSeconds(10));

    private static ShellOptions options(String platform) {
        return ShellOptions.auto(CATALOG)
                .withLimits(LIMITS)
                .withPlatform(CATALOG.find(platform).orElseThrow());
    }

    private static DeviceShell open(VirtualDevice device, String platform) throws NetworkShellException {
        return open(device, options(platform));
    }

    private static DeviceShell open(VirtualDevice device, ShellOptions options) throws NetworkShellException {
        return DeviceShell.open(device, options, device::nanoTime);
    }

    private static List<String> outputs(DeviceShell shell) throws NetworkShellException {
        return shell.finish().stream().map(CommandResult::output).toList();
    }

    private static ThrowingConsumer<Throwable> kind(ErrorKind kind) {
        return e -> assertThat(((NetworkShellException) e).kind()).isEqualTo(kind);
    }

    // The first command

    @Test
    void theFirstCommandOfOurOwnWaitsForNoSilence() throws Exception {
        VirtualDevice device = new VirtualDevice("<HUAWEI>", 1)
                .greeting("Welcome\n")
                .answers("screen-length 0 temporary", "Info: off\n")
                .answers("display clock", "now\n")
                .roundTrip(Duration.ofMillis(20))
                .start();
        DeviceShell shell = open(device, "huawei_vrp");
        shell.run("display clock");
        assertThat(Duration.ofNanos(device.nanoTime())).isEqualTo(Duration.ofMillis(40));
    }

    @Test
    void aPromptLookAlikeInABannerTakesNothingAway() throws Exception {
        for (long seed = 0; seed < 50; seed++) {
            VirtualDevice device = new VirtualDevice("<HUAWEI>", seed)
                    .greeting("Authorised users of\n<HUAWEI>\n<another>\nonly\n\n")
                    .answers("screen-length 0 temporary", "Info: off\n")
                    .answers("display clock", "now\n")
                    .cutInto(3, Duration.ofMillis(1500))
                    .start();
            DeviceShell shell = open(device, "huawei_vrp");
            shell.run("display clock");
            shell.run("display clock");
            assertThat(outputs(shell)).as("seed %d", seed).containsExactly("now\n", "now\n");
            assertThat(device.typed()).contains("screen-length 0 temporary");
        }
    }

    @Test
    void aDeviceThatThrowsAwayWhatIsTypedTooEarlyGetsItAgain() throws Exception {
        for (long seed = 0; seed < 50; seed++) {
            VirtualDevice device = new VirtualDevice("R1#", seed)
                    .greeting("This is\nR1#\nand nothing else\n")
                    .flushingInputAtLogin()
                    .logout("exit")
                    .unknownCommand("")
                    .answers("show clock", "now\n")
                    .cutInto(2, Duration.ofMillis(1200))
                    .start();
            DeviceShell shell = open(device, "cisco_ios");
            shell.run("show clock");
            assertThat(outputs(shell)).as("seed %d", seed).containsExactly("now\n");
        }
    }

    // Prompts

    @Test
    void aModeWithALineAboveItsPromptIsLearned() throws Exception {
        VirtualDevice device = new VirtualDevice("\nlab@mx1> ", 1)
                .answers("configure", "Entering configuration mode\n")
                .answers("set system host-name a", "")
                .answers("show", "one\n\n")
                .unknownCommand("")
                .start();
        DeviceShell shell = open(device, "generic");
        device.renameAt("configure", "\n[edit]\nlab@mx1# ");
        for (String command : List.of("configure", "set system host-name a", "show")) {
            shell.run(command);
        }
        assertThat(outputs(shell)).containsExactly("Entering configuration mode\n", "", "one\n\n");
    }

    @Test
    void theLineAboveAPromptMayChangeWhileThePromptStays() throws Exception {
        VirtualDevice device = new VirtualDevice("--{ running }--[  ]--\nA:srl1# ", 1)
                .answers("enter candidate", "")
                .answers("info", "{\n}\n")
                .unknownCommand("")
                .start();
        DeviceShell shell = open(device, "generic");
        shell.run("info");
        device.renameAt("enter candidate", "--{ candidate shared default }--[  ]--\nA:srl1# ");
        shell.run("enter candidate");
        shell.run("info");
        assertThat(outputs(shell)).containsExactly("{\n}\n", "", "{\n}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10:00:%d ops@fw1> ", "[%d] box$ ", "(main*%d) box1 # ", "* Slot-1 X440.%d # "})
    void aPromptThatCountsOrTellsTheTimeCostsOneRoundTrip(String prompt) throws Exception {
        VirtualDevice device = new VirtualDevice(prompt, 1)
                .answers("show", "one\n")
                .unknownCommand("")
                .start();
        DeviceShell shell = open(device, "generic");
        long before = device.nanoTime();
        for (int i = 0; i < 12; i++) {
            shell.run("show");
        }
        assertThat(device.nanoTime()).isEqualTo(before);
        assertThat(outputs(shell)).containsOnly("one\n");
    }

    @Test
    void aModeThatThePlatformDoesNotKnowIsTriedOnce() throws Exception {
        VirtualDevice device = new VirtualDevice("admin@web1:~$ ", 1)
                .logout("exit")
                .answers("mysql", "Welcome to the MySQL monitor.\n")
                .answers("select 1;", "1\n")
                .start();
        DeviceShell shell = open(device, "linux");
        device.renameAt("mysql", "mysql> ");
        shell.run("mysql");
        shell.run("select 1;");
        assertThat(outputs(shell)).containsExactly("Welcome to the MySQL monitor.\n", "1\n");
        assertThat(device.typed()).filteredOn(String::isEmpty).hasSize(1);
    }

    // Echoes

    @Test
    void aDeviceThatStopsEchoingIsNoticed() throws Exception {
        VirtualDevice device = new VirtualDevice("R1#", 1)
                .logout("exit")
                .unknownCommand("")
                .answers("show a", "a\n")
                .answers("show b", "b\n")
                .start();
        DeviceShell shell = open(device, "cisco_ios");
        shell.run("show a");
        device.echo(line -> "\r\n");
        for (String command : List.of("show b", "show a", "show b")) {
            shell.run(command);
        }
        device.echo(line -> line + "\r\n");
        shell.run("show a");
        assertThat(outputs(shell)).containsExactly("a\n", "b\n", "a\n", "b\n", "a\n");
    }

    // Questions

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Use Control-C to exit or press 'Enter' key to proceed.",
                "Please select an option >",
                "Enter new UNIX password:",
                "login: ",
                "Do you accept (y/n)?",
                "Hit RETURN to continue #",
                "Terminal type? [vt100] "
            })
    void nothingIsTypedBehindAQuestionThatNobodyDescribed(String question) {
        for (String platform : List.of("generic", "linux", "cisco_ios")) {
            VirtualDevice device =
                    new VirtualDevice(question, 1).greeting("Hello\n").start();
            assertThatThrownBy(() -> open(device, platform))
                    .as(platform)
                    .satisfies(kind(ErrorKind.PROMPT_NOT_RECOGNISED))
                    .hasMessageContaining(question.strip().substring(0, 5));
            assertThat(device.typed()).as(platform).isEmpty();
        }
    }

    @Test
    void aSilentLineIsWokenOnceAndNotWhereItAsks() throws Exception {
        VirtualDevice device = new VirtualDevice("", 1)
                .greeting("Connected to port 3. Escape character is ~.\n")
                .logout("exit")
                .unknownCommand("")
                .answers("show clock", "now\n")
                .start();
        device.renameTo("R1#");
        DeviceShell shell = open(device, "cisco_ios");
        shell.run("show clock");
        assertThat(outputs(shell)).containsExactly("now\n");
        assertThat(device.typed()).startsWith("");

        VirtualDevice asking = new VirtualDevice("", 1)
                .greeting("Press Enter to accept the terms.\n")
                .start();
        assertThatThrownBy(() -> open(asking, "cisco_ios")).satisfies(kind(ErrorKind.PROMPT_NOT_RECOGNISED));
        assertThat(asking.typed()).isEmpty();
    }

    @Test
    void aWrongSecretIsTypedOnce() {
        VirtualDevice device = new VirtualDevice("R1>", 1)
                .logout("exit")
                .unknownCommand("")
                .answers("enable", "Password: ")
                .answers("wrong-one", "Password: ")
                .start();
        device.promptFor("enable", "");
        device.promptFor("wrong-one", "");
        assertThatThrownBy(() ->
                        open(device, options("cisco_ios").withSecrets(Map.of("enable", Secret.of("wrong-one")))))
                .satisfies(kind(ErrorKind.COMMAND_FAILED))
                .hasMessageContaining("did not take the secret 'enable'")
                .hasMessageNotContaining("wrong-one");
        assertThat(device.typed()).filteredOn("wrong-one"::equals).hasSize(1);
    }

    @Test
    void anAnswerIsNotTypedAgainAndAgain() throws Exception {
        VirtualDevice device =
                new VirtualDevice("R1#", 1).logout("exit").unknownCommand("").start();
        DeviceShell shell = open(device, "cisco_ios");
        device.answers("delete x", "Delete? [Y/N]:").answers("maybe", "Please say Y or N.\nDelete? [Y/N]:");
        device.promptFor("delete x", "");
        device.promptAlways("maybe", "");
        Command command = Command.of("delete x").withAnswers(List.of(Answer.of("Delete\\?", "maybe")));
        assertThatThrownBy(() -> shell.run(command))
                .satisfies(kind(ErrorKind.COMMAND_FAILED))
                .hasMessageContaining("asks the same again and again");
        assertThat(device.typed()).filteredOn("maybe"::equals).hasSize(2);
    }

    // What can't be typed

    @Test
    void whatTheDeviceCannotGetIsNotTyped() throws Exception {
        VirtualDevice device = new VirtualDevice("R1#", 1)
                .charset(StandardCharsets.ISO_8859_1)
                .logout("exit")
                .unknownCommand("")
                .start();
        DeviceShell shell = open(device, options("cisco_ios").withCharset(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> shell.run("description 5 € x"))
                .satisfies(kind(ErrorKind.COMMAND_FAILED))
                .hasMessageContaining("ISO-8859-1 has no character '€' (U+20AC)");
        assertThatThrownBy(() -> shell.run("show ip ?"))
                .satisfies(kind(ErrorKind.COMMAND_FAILED))
                .hasMessageContaining("'?' brings help as soon as it is typed on cisco_ios");
        assertThat(device.typed()).noneMatch(line -> line.contains("5") && line.contains("x"));
        assertThat(device.typed()).noneMatch(line -> line.contains("show ip"));
        assertThat(shell.results()).isEmpty();
    }

    @Test
    void theEncodingIsFoundByWhatTheDevicePrints() throws Exception {
        Charset gbk = Charset.forName("GBK");
        for (int piece : List.of(1, 3, 1000)) {
            VirtualDevice device = new VirtualDevice("R1#", piece)
                    .charset(gbk)
                    .logout("exit")
                    .unknownCommand("")
                    .cutInto(piece, Duration.ZERO)
                    .answers("show vlan", "10 办公网（三楼）\n20 设备\n")
                    .answers("name 服务器", "改名成功\n")
                    .start();
            DeviceShell shell = open(device, options("cisco_ios").withCharset(DeviceCharset.AUTO));

            assertThatThrownBy(() -> shell.run("name 服务器"))
                    .satisfies(kind(ErrorKind.COMMAND_FAILED))
                    .hasMessageContaining("US-ASCII has no character '服'")
                    .satisfies(e ->
                            assertThat(((NetworkShellException) e).describe()).contains("printed too little"));
            shell.run("show vlan");
            shell.run("name 服务器");
            assertThat(shell.finish())
                    .extracting(CommandResult::output)
                    .containsExactly("10 办公网（三楼）\n20 设备\n", "改名成功\n");
        }
    }

    @Test
    void aQuestionThatEndsInCharactersOfUnknownEncodingIsSeen() throws Exception {
        VirtualDevice device = new VirtualDevice("R1#", 1)
                .charset(Charset.forName("GBK"))
                .logout("exit")
                .unknownCommand("")
                .answers("reset", "是否继续？")
                .answers("y", "完成\n")
                .start();
        device.promptFor("reset", "");
        DeviceShell shell = open(device, options("cisco_ios").withCharset(DeviceCharset.AUTO));
        shell.run(Command.of("reset").withAnswers(List.of(Answer.of("继续", "y"))));
        assertThat(shell.finish().get(0).output()).endsWith("完成\n");
    }

    // Several lines, the end of a session, pagers

    @Test
    void aHereDocumentIsTypedLineByLine() throws Exception {
        for (int piece : List.of(1, 5, 1000)) {
            VirtualDevice device = new VirtualDevice("admin@web1:~$ ", piece)
                    .logout("exit")
                    .answers("cat <<E", "")
                    .answers("one", "")
                    .answers("E", "one\n")
                    .answers("pwd", "/home\n")
                    .cutInto(piece, Duration.ofMillis(1200))
                    .start();
            DeviceShell shell = open(device, "linux");
            device.promptFor("cat <<E", "> ");
            device.promptFor("one", "> ");
            shell.run("cat <<E\none\nE");
            shell.run("pwd");
            assertThat(outputs(shell)).as("pieces of %d", piece).containsExactly("one\n", "/home\n");
        }
    }

    @Test
    void aWishedEndIsASuccess() throws Exception {
        for (Command command : List.of(
                Command.of("crash").expectingDisconnect(),
                Command.of("reload in 5").withAnswers(List.of(Answer.of("confirm", ""))))) {
            VirtualDevice device = new VirtualDevice("R1#", 1)
                    .logout("exit")
                    .unknownCommand("")
                    .start();
            DeviceShell shell = open(device, "cisco_ios");
            device.answers("crash", "Bye\n").hangUpAfter("crash");
            if (!command.expectsDisconnect()) {
                device.answers("reload in 5", "Proceed? [confirm]");
                device.promptFor("reload in 5", "");
                device.hangUpAfter("");
            }
            assertThat(shell.run(command).failed()).as(command.text()).isFalse();
            assertThat(shell.finish()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--More--",
                " --More-- ",
                "-- More --",
                "---- More ----",
                "<--- More --->",
                "--- more ---",
                "[More]",
                "--More--(42%)",
                "---(more 40%)---",
                "-- MORE --, next page: Space, next line: Enter, quit: Control-C",
                "\033[7m/etc/services\033[m",
                "\033[7m Manual page ls(1) line 1 (press h for help or q to quit)\033[m"
            })
    void anyCommonPagerIsAnswered(String pager) throws Exception {
        for (String platform : List.of("generic", "linux", "huawei_vrp")) {
            VirtualDevice device = new VirtualDevice("<box1>", 1)
                    .greeting("")
                    .unknownCommand("")
                    .answers("show all", "one\ntwo\n" + pager)
                    .start();
            device.pageAfter("show all", "three\n");
            DeviceShell shell = DeviceShell.open(device, options("generic"), device::nanoTime);
            assertThat(shell.run("show all").output()).as(platform).isEqualTo("one\ntwo\nthree\n");
        }
    }

    @Test
    void aPagerInTheMiddleOfALongLineTakesNothingOfIt() throws Exception {
        String half = "onu 1 pri wifi_ssid 5 name guest hide disable auth_mode wpapsk/wpa2psk encry";
        VirtualDevice device = new VirtualDevice("OLT# ", 1)
                .logout("exit")
                .unknownCommand("")
                .answers("show it", half)
                .start();
        device.pageInLine("show it", " --More-- ", "pt_type aes\nend\n");
        DeviceShell shell = open(device, options("vsol_olt"));
        shell.run("show it");
        assertThat(shell.finish().get(0).output()).isEqualTo(half + "pt_type aes\nend\n");
    }

    @Test
    void aLineThatEndsLikeThePromptAndGoesOnComesOnce() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            String output = "captured on a neighbour\ntelnet@mlx1#  \ntelnet@mlx1#show topo\nend\n";
            VirtualDevice device = new VirtualDevice("mlx1#", seed)
                    .logout("exit")
                    .unknownCommand("")
                    .answers("show it", output)
                    .cutInto(7, Duration.ofMillis(1200))
                    .start();
            DeviceShell shell = open(device, options("brocade_fastiron"));
            shell.run("show it");
            assertThat(shell.finish().get(0).output()).as("seed %d", seed).isEqualTo(output);
        }
    }

    @Test
    void theBeginningOfAnAddressIsNoPagerWherePagingIsOff() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            String output = "routes\n::/0 2001:db8::1\n::/1 2001:db8::2\n";
            VirtualDevice device = new VirtualDevice("admin@PA-1>", seed)
                    .logout("exit")
                    .unknownCommand("")
                    .answers("show it", output)
                    .cutInto(3, Duration.ofMillis(1200))
                    .start();
            DeviceShell shell = open(device, options("paloalto_panos"));
            shell.run("show it");
            assertThat(shell.finish().get(0).output()).as("seed %d", seed).isEqualTo(output);
        }
    }
}
