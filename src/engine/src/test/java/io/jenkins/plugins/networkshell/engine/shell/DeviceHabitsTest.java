package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.record.RecordingChannel;
import io.jenkins.plugins.networkshell.engine.record.SceneRecorder;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(Duration.ofNanos(device.nanoTime())).isEqualTo(Duration.ofMillis(20));
    }

    @ParameterizedTest
    @CsvSource({
        "linux, 'admin@web1:~$ '",
        "linux, '[10:00:01] root@web1:~# '",
        "cumulus, 'cumulus@leaf01:mgmt:~$ '",
        "bird, 'bird> '",
        "mikrotik_routeros, '[ops@router1] > '",
        "generic, 'box1>'",
        "generic, 'ops@box1:/> '",
        "generic, '[ops@box1 ~]# '"
    })
    void theFirstCommandOfTheUserWaitsForNoSilence(String platform, String prompt) throws Exception {
        VirtualDevice device = new VirtualDevice(prompt, 1)
                .greeting("Welcome\n")
                .logout("exit")
                .unknownCommand("")
                .answers("show clock", "now\n")
                .roundTrip(Duration.ofMillis(20))
                .start();
        DeviceShell shell = open(device, platform);
        shell.run("show clock");
        assertThat(Duration.ofNanos(device.nanoTime())).isEqualTo(Duration.ofMillis(40));
        assertThat(outputs(shell)).containsExactly("now\n");
    }

    @ParameterizedTest
    @CsvSource({"linux, admin@web1:~$", "bird, bird>", "generic, box1>", "generic, [ops@box1 ~]#"})
    void whereTheUsersCommandComesFirstABannerTakesNothingAwayEither(String platform, String prompt) throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            VirtualDevice device = new VirtualDevice(prompt + " ", seed)
                    .greeting("Authorised users of\n" + prompt + "\n\n" + prompt + "\n<another>\nonly\n" + prompt
                            + "\n\n")
                    .echo(
                            seed % 2 == 0
                                    ? line -> line + "\r\n"
                                    : line -> line.length() < 9 ? line + "\n" : "$" + line.substring(5) + "\n")
                    .logout("exit")
                    .unknownCommand("")
                    .answers("show the clock", "now\n")
                    .cutInto(3, Duration.ofMillis(1500))
                    .start();
            DeviceShell shell = open(device, platform);
            shell.run("show the clock");
            shell.run("show the clock");
            assertThat(outputs(shell)).as("seed %d", seed).containsExactly("now\n", "now\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"linux, admin@web1:~$", "generic, box1>"})
    void theFirstCommandMayBeWithoutEcho(String platform, String prompt) throws Exception {
        for (long seed = 0; seed < 50; seed++) {
            VirtualDevice device = new VirtualDevice(prompt + " ", seed)
                    .greeting("Welcome\n\n")
                    .echo(line -> "\n")
                    .logout("exit")
                    .answers("show clock", "now\n\nindeed\n")
                    .cutInto(3, Duration.ofMillis(1500))
                    .start();
            DeviceShell shell = open(device, platform);
            shell.run("show clock");
            shell.run("show clock");
            assertThat(outputs(shell)).as("seed %d", seed).containsExactly("now\n\nindeed\n", "now\n\nindeed\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"linux, admin@web1:~$", "generic, box1>", "generic, term (3) >"})
    void whatIsThrownAwayAtLoginIsNotMissed(String platform, String prompt) throws Exception {
        for (long seed = 0; seed < 50; seed++) {
            VirtualDevice device = new VirtualDevice(prompt + " ", seed)
                    .greeting("This is\n" + prompt + "\nand nothing else\n")
                    .flushingInputAtLogin()
                    .logout("exit")
                    .unknownCommand("")
                    .answers("show clock", "now\n")
                    .cutInto(2, Duration.ofMillis(1200))
                    .start();
            DeviceShell shell = open(device, platform);
            shell.run("show clock");
            assertThat(outputs(shell)).as("seed %d", seed).containsExactly("now\n");
        }
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

    /** The menu's prompt is described, and stands there until the shell has started. */
    @Test
    void aMenuThatWasAnsweredIsNotTakenForThePrompt() throws Exception {
        VirtualDevice device = new VirtualDevice("Enter an option: ", 1)
                .answers("8", "")
                .answers("opnsense-version", "OPNsense 24.7.1\n")
                .roundTrip(Duration.ofSeconds(1))
                .start();
        device.renameAt("8", "root@fw1:~ # ");
        DeviceShell shell = open(device, "opnsense");
        assertThat(shell.prompt()).isEqualTo("root@fw1:~ #");
        shell.run("opnsense-version");
        assertThat(outputs(shell)).containsExactly("OPNsense 24.7.1\n");
        assertThat(device.typed()).startsWith("8", "", "opnsense-version"); // the empty line behind the shell's prompt
    }

    // The first command together with what turns paging off

    private static final String EDGE = "edge-1#";

    private static VirtualDevice edge(long seed) {
        return new VirtualDevice(EDGE + " ", seed)
                .logout("exit")
                .unknownCommand("% Unknown command: bogus\n")
                .answers("terminal length 0", "")
                .answers("show the clock", "now\n")
                .answers("show version", "FRRouting 8.4.4\n");
    }

    private static void showsClockAndVersion(VirtualDevice device, long seed) throws Exception {
        DeviceShell shell = open(device.start(), "frr");
        shell.run("show the clock");
        shell.run("show version");
        assertThat(outputs(shell)).as("seed %d", seed).containsExactly("now\n", "FRRouting 8.4.4\n");
        assertThat(device.typed())
                .filteredOn("show the clock"::equals)
                .as("seed %d", seed)
                .hasSize(1);
    }

    @Test
    void pagingGoesOffTogetherWithTheFirstCommand() throws Exception {
        VirtualDevice device = edge(1).greeting("Hello, this is FRRouting (version 8.4.4).\n\n")
                .roundTrip(Duration.ofMillis(20));
        showsClockAndVersion(device, 1);
        assertThat(device.typed()).containsExactly("terminal length 0", "show the clock", "show version", "exit");
        assertThat(Duration.ofNanos(device.nanoTime()))
                .as("paging and first command, second, logout")
                .isEqualTo(Duration.ofMillis(60));
    }

    /** The channel, the shell, the command: three round trips on a connection that stands. */
    @ParameterizedTest
    @CsvSource({
        "allied_telesis_awplus, awplus>, show clock",
        "arista_eos, leaf1>, show clock",
        "cisco_asa, fw1>, show clock",
        "cisco_ios, R1#, show clock",
        "cisco_nxos, n9k-1#, show clock",
        "cisco_xr, RP/0/RSP0/CPU0:pe1#, show clock",
        "dell_os10, OS10#, show clock",
        "frr, edge-1#, show version",
        "hp_comware, <HPE>, display clock",
        "huawei_vrp, <HUAWEI>, display clock",
        "huawei_vrpv8, <HUAWEI>, display clock",
        "juniper_junos, ops@mx1>, show system uptime",
        "ruijie_os, Ruijie#, show clock"
    })
    void theFirstCommandCostsOneRoundTripBehindTheShell(String platform, String prompt, String command)
            throws Exception {
        VirtualDevice device = new VirtualDevice(prompt + " ", 1)
                .greeting("Welcome\n\n")
                .unknownCommand("")
                .answers(command, "now\n")
                .roundTrip(Duration.ofMillis(20))
                .start();
        DeviceShell shell = open(device, platform);
        assertThat(shell.run(command).output()).isEqualTo("now\n");
        assertThat(Duration.ofNanos(device.nanoTime())).isEqualTo(Duration.ofMillis(20));
    }

    /** What is typed behind a prompt that may be a line of a banner must do no harm. */
    @Test
    void aFirstCommandThatIsNotHarmlessWaitsForThePromptBehindPagingOff() throws Exception {
        VirtualDevice device = new VirtualDevice("R1#", 1)
                .logout("exit")
                .unknownCommand("")
                .roundTrip(Duration.ofMillis(20))
                .start();
        DeviceShell shell = open(device, "cisco_ios");
        shell.run("clear counters");
        assertThat(Duration.ofNanos(device.nanoTime())).isEqualTo(Duration.ofMillis(60));
    }

    @Test
    void aBannerTakesNothingAwayFromCommandsThatGoOutTogether() throws Exception {
        String banner = "Authorised users of\n" + EDGE + "\n\n" + EDGE + " show version\n" + EDGE
                + "\n<another>\nonly\n" + EDGE + "\n\n";
        for (long seed = 0; seed < 200; seed++) {
            VirtualDevice device = edge(seed).greeting(banner).cutInto(3, Duration.ofMillis(1500));
            showsClockAndVersion(seed % 2 == 0 ? device : device.showingTypeAheadAtOnce(), seed);
        }
    }

    @Test
    void commandsThatGoOutTogetherNeedNoEcho() throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            VirtualDevice device = edge(seed)
                    .greeting("Hello, this is FRRouting (version 8.4.4).\n\n")
                    .echo(line -> "\n")
                    .cutInto(3, Duration.ofMillis(1500));
            showsClockAndVersion(device, seed);
        }
    }

    /** Not even the line end of the Enter key is shown, so that all prompts stand in one line until something is printed. */
    @Test
    void commandsThatGoOutTogetherNeedNoLineEnd() throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            VirtualDevice device = new VirtualDevice("<HUAWEI>", seed)
                    .greeting("Info: The max number of VTY users is 10.\n")
                    .echo(line -> "")
                    .unknownCommand("")
                    .answers("screen-length 0 temporary", "Info: off\n")
                    .answers("display saved", "!Software\n#\nreturn\n")
                    .answers("display clock", "now\n")
                    .cutInto(seed == 0 ? 1000 : 3, Duration.ofMillis(seed == 0 ? 0 : 1500))
                    .start();
            DeviceShell shell = open(device, "huawei_vrp");
            shell.run("display saved");
            shell.run("display clock");
            assertThat(outputs(shell)).as("seed %d", seed).containsExactly("!Software\n#\nreturn\n", "now\n");
            assertThat(device.typed())
                    .as("seed %d", seed)
                    .containsExactly("screen-length 0 temporary", "display saved", "display clock");
        }
    }

    @Test
    void commandsThatGoOutTogetherMayBeEchoedChanged() throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            VirtualDevice device = edge(seed)
                    .greeting("Hello, this is FRRouting (version 8.4.4).\n\n")
                    .echo(line -> line.length() < 9 ? line + "\n" : "$" + line.substring(5) + "\n")
                    .cutInto(3, Duration.ofMillis(1500));
            showsClockAndVersion(device, seed);
        }
    }

    @Test
    void commandsThatAreThrownAwayTogetherAreTypedAgain() throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            VirtualDevice device = edge(seed)
                    .greeting("This is\n" + EDGE + "\nand nothing else\n")
                    .flushingInputAtLogin()
                    .cutInto(2, Duration.ofMillis(1200))
                    .start();
            DeviceShell shell = open(device, "frr");
            shell.run("show the clock");
            shell.run("show version");
            assertThat(outputs(shell)).as("seed %d", seed).containsExactly("now\n", "FRRouting 8.4.4\n");
        }
    }

    @Test
    void pagingThatStaysOnIsNoticedWithTheFirstCommandToo() throws Exception {
        VirtualDevice device = edge(1).answers("terminal length 0", "% Unknown command: terminal length 0\n")
                .answers("show the clock", "one\n--More--")
                .start();
        device.pageAfter("show the clock", "two\n");
        List<String> notices = new ArrayList<>();
        DeviceShell shell = open(device, options("frr").withListener(new ShellListener() {
            @Override
            public void notice(String sentence) {
                notices.add(sentence);
            }
        }));
        assertThat(shell.run("show the clock").output()).isEqualTo("one\ntwo\n");
        assertThat(notices)
                .singleElement()
                .asString()
                .startsWith("Paging stays on")
                .endsWith("% Unknown command: terminal length 0");
    }

    @Test
    void aRecordedSceneHasEachAnswerWithItsCommand() throws Exception {
        VirtualDevice device = edge(1).start();
        SceneRecorder recorder = new SceneRecorder("x", StandardCharsets.UTF_8, List.of());
        DeviceShell shell = DeviceShell.open(new RecordingChannel(device, recorder), options("frr"), device::nanoTime);
        shell.run("show the clock");
        StringWriter scene = new StringWriter();
        recorder.write(scene, "SSH-2.0--", "ops");
        assertThat(scene.toString()).containsPattern("terminal length 0\\\\n\": \\|-\\s+terminal length 0");
    }

    @Test
    void whereAModeIsEnteredOrNothingIsRunPagingGoesOffByItself() throws Exception {
        VirtualDevice device = edge(1).start();
        DeviceShell shell = open(device, "frr");
        assertThat(shell.finish()).isEmpty();
        assertThat(device.typed()).containsExactly("terminal length 0", "exit");

        VirtualDevice configured = edge(1).answers("configure terminal", "").start();
        DeviceShell second = open(configured, "frr");
        configured.promptFor("configure terminal", "edge-1(config)# ");
        second.enterMode("configuration");
        assertThat(configured.typed()).containsExactly("terminal length 0", "configure terminal");
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
        assertThat(device.typed())
                .as("one at login, one in mysql")
                .filteredOn(String::isEmpty)
                .hasSize(2);
    }

    @Test
    void aMessageBehindThePromptOfADeviceThatLogsAllTheTimeCostsLittle() throws Exception {
        VirtualDevice device = new VirtualDevice("<HUAWEI>", 1)
                .answers("screen-length 0 temporary", "Info: off\n")
                .answers("display clock", "now\n<HUAWEI>\nNov 28 2026 10:00:00 sw1 %%01IFNET/4/IF_STATE\n")
                .start();
        device.promptFor("display clock", "");
        DeviceShell shell = open(device, options("huawei_vrp").withLimits(LIMITS.withCommand(Duration.ofSeconds(20))));
        device.saysAllTheTime("Nov 28 2026 10:00:01 sw1 %%01IFNET/4/IF_STATE\r\n", Duration.ofMillis(1500));
        assertThat(shell.run("display clock").output()).startsWith("now\n");
        assertThat(Duration.ofNanos(device.nanoTime())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aMessageBehindTheFirstPromptOfADeviceThatLogsAllTheTimeCostsLittle() throws Exception {
        String message = "\nNov 28 2026 10:00:01 sw1 %%01IFNET/4/IF_STATE(l)[1]: state.\n";
        VirtualDevice device = new VirtualDevice("<sw1>", 1)
                .serverVersion("HUAWEI-1.5")
                .answers("screen-length 0 temporary", "Info: off\n")
                .answers("display clock", "now\n")
                .start();
        device.say(message);
        device.saysAllTheTime(message, Duration.ofMillis(1500));
        DeviceShell shell =
                open(device, ShellOptions.auto(PlatformCatalog.builtIn()).withLimits(LIMITS));
        assertThat(shell.prompt()).isEqualTo("<sw1>");
        assertThat(shell.run("display clock").output()).startsWith("now\n");
        assertThat(Duration.ofNanos(device.nanoTime())).isLessThan(Duration.ofSeconds(6));
    }

    // Commands that lead to another platform

    private static VirtualDevice server() {
        return new VirtualDevice("root@web1:~# ", 1)
                .logout("logout")
                .unknownCommand("-bash: bogus: command not found\n");
    }

    @Test
    void aShellThatGreetsIsDrivenAsItsOwnPlatformUntilItIsLeft() throws Exception {
        VirtualDevice device = server().answers(
                        "vtysh",
                        "\nHello, this is FRRouting (version 8.4.4).\nCopyright 1996-2005 Kunihiro Ishiguro, et al.\n\n")
                .answers("terminal length 0", "")
                .answers("show bogus", "% Unknown command: show bogus\n")
                .answers("configure terminal", "")
                .answers("exit", "")
                .start();
        List<String> moves = new ArrayList<>();
        DeviceShell shell = open(device, options("linux").withListener(new ShellListener() {
            @Override
            public void moved(Platform platform) {
                moves.add(platform.name());
            }
        }));
        device.renameAt("vtysh", "web1# ");
        shell.run("vtysh");
        assertThat(shell.platform().name()).isEqualTo("frr");
        assertThat(shell.mode()).isEqualTo("privileged");
        CommandResult refused = shell.run("show bogus");
        device.renameAt("configure terminal", "web1(config)# ");
        shell.run("configure terminal");
        assertThat(shell.platform().name()).isEqualTo("frr");
        device.renameAt("exit", "root@web1:~# ");
        shell.run("exit");
        assertThat(shell.platform().name()).isEqualTo("linux");
        CommandResult unknown = shell.run("bogus");
        assertThat(moves).containsExactly("frr", "linux");
        assertThat(device.typed())
                .containsExactly("", "vtysh", "terminal length 0", "show bogus", "configure terminal", "exit", "bogus");
        assertThat(refused.failure()).isEqualTo("% Unknown command: show bogus");
        assertThat(unknown.failure()).isEqualTo("-bash: bogus: command not found");
        assertThat(shell.finish()).extracting(CommandResult::failed).containsExactly(false, true, false, false, true);
    }

    @Test
    void whatNobodyDescribedIsGenericUntilItIsLeft() throws Exception {
        VirtualDevice device = server().answers("mysql", "Welcome to the MySQL monitor.\n")
                .answers("select 'bash: x: command not found?';", "bash: x: command not found\n")
                .answers("exit", "Bye\n")
                .start();
        DeviceShell shell = open(device, "linux");
        device.renameAt("mysql", "mysql> ");
        shell.run("mysql");
        assertThat(shell.platform().name()).isEqualTo("generic");
        assertThat(shell.run("select 'bash: x: command not found?';").failed()).isFalse();
        device.renameAt("exit", "root@web1:~# ");
        shell.run("exit");
        assertThat(shell.platform().name()).isEqualTo("linux");
        assertThat(shell.run("bogus").failed()).isTrue();
    }

    @Test
    void theShellOfASwitchIsLinux() throws Exception {
        VirtualDevice device = new VirtualDevice("sw1#", 1)
                .logout("logout")
                .unknownCommand("")
                .answers("bash", "\nArista Networks EOS shell\n\n")
                .answers("ls ?.txt", "ls: cannot access '?.txt': No such file or directory\n")
                .start();
        DeviceShell shell = open(device, "arista_eos");
        device.renameAt("bash", "[admin@sw1 ~]$ ");
        shell.run("bash");
        assertThat(shell.platform().name()).isEqualTo("linux");
        shell.run("ls ?.txt");
        device.renameAt("exit", "sw1#");
        shell.run("exit");
        assertThat(shell.platform().name()).isEqualTo("arista_eos");
        assertThatThrownBy(() -> shell.run("show ip ?")).hasMessageContaining("brings help");
    }

    @Test
    void oneMoreModeOfTheSameDeviceIsNoOtherPlatform() throws Exception {
        VirtualDevice device = new VirtualDevice("R1#", 1)
                .logout("logout")
                .unknownCommand("")
                .answers("debug shell", "")
                .answers("bogus", "% Invalid input detected at '^' marker.\n")
                .start();
        DeviceShell shell = open(device, "cisco_ios");
        device.renameAt("debug shell", "R1{debug}>");
        shell.run("debug shell");
        assertThat(shell.platform().name()).isEqualTo("cisco_ios");
        assertThat(shell.run("bogus").failed()).isTrue();
    }

    @Test
    void aGreetingThatIsOnlyPrintedLeadsNowhere() throws Exception {
        VirtualDevice device = server().answers("cat motd", "Hello, this is FRRouting (version 8.4.4).\n")
                .answers("cd /etc; cat motd", "Hello, this is FRRouting (version 8.4.4).\n")
                .start();
        DeviceShell shell = open(device, "linux");
        shell.run("cat motd");
        device.renameAt("cd /etc; cat motd", "root@web1:/etc# ");
        shell.run("cd /etc; cat motd");
        assertThat(shell.platform().name()).isEqualTo("linux");
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

    /** A code is good once, and each wrong one counts: however the device words its next question. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token:",
                "Wrong token.\nToken:",
                "Wrong token.\nOne-time value (attempt 2 of 3)?",
            })
    void aConfidentialAnswerIsTypedOnce(String secondQuestion) throws Exception {
        VirtualDevice device =
                new VirtualDevice("R1#", 1).logout("exit").unknownCommand("").start();
        DeviceShell shell = open(device, "cisco_ios");
        String question = secondQuestion.contains("attempt") ? "One-time value (attempt 1 of 3)?" : "Token:";
        device.answers("enable-token", question).answers("927461", secondQuestion);
        device.promptFor("enable-token", "");
        device.promptAlways("927461", "");
        Command command = Command.of("enable-token")
                .withAnswers(List.of(Answer.confidential(Pattern.compile("Token|One-time"), Secret.of("927461"))));
        assertThatThrownBy(() -> shell.run(command))
                .satisfies(kind(ErrorKind.COMMAND_FAILED))
                .hasMessageContaining("it was typed once and not again")
                .hasMessageNotContaining("927461");
        assertThat(device.typed()).filteredOn("927461"::equals).hasSize(1);
    }

    /** The same secret, wanted twice by two questions: a new password and its repetition. */
    @Test
    void aConfidentialAnswerMayBeForTwoQuestions() throws Exception {
        VirtualDevice device =
                new VirtualDevice("R1#", 1).logout("exit").unknownCommand("").start();
        DeviceShell shell = open(device, "cisco_ios");
        device.answers("change-key", "New key:");
        device.promptFor("change-key", "");
        device.answers("hunter22", "Repeat the new key:");
        device.promptAlways("hunter22", "");
        Command command = Command.of("change-key")
                .withAnswers(List.of(Answer.confidential(Pattern.compile("(?i)new key"), Secret.of("hunter22"))));
        assertThatThrownBy(() -> shell.run(command)).hasMessageContaining("Repeat the new key:");
        assertThat(device.typed()).filteredOn("hunter22"::equals).hasSize(2);
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
    void aRefusedLineThatTheDeviceGivesBackIsNoPartOfTheNextCommand() throws Exception {
        VirtualDevice device = new VirtualDevice("> ", 1)
                .greeting("Cisco Firepower 1010 Threat Defense v7.4.2 (build 172)\n")
                .logout("exit")
                .echo(line -> line.equals("\u0015") ? "\033[14D\033[J\r\n" : line + "\r\n")
                .unknownCommand("")
                .answers("show inventroy", "Syntax error: Illegal parameter\n")
                .answers("show clock", "now\n")
                .start();
        device.promptFor("show inventroy", "> show inventroy\007");
        DeviceShell shell = open(device, options("cisco_ftd"));
        assertThat(shell.run("show inventroy").failed()).isTrue();
        shell.run("show clock");
        assertThat(outputs(shell)).containsExactly("Syntax error: Illegal parameter\n", "now\n");
        assertThat(device.typed()).contains("\u0015", "show clock");
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
