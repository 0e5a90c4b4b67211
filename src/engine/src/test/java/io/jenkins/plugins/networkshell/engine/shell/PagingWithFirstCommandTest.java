package io.jenkins.plugins.networkshell.engine.shell;

import static io.jenkins.plugins.networkshell.engine.shell.TestShells.open;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.options;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.outputs;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.record.RecordingChannel;
import io.jenkins.plugins.networkshell.engine.record.SceneRecorder;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first command is typed together with the commands that turn paging off. */
class PagingWithFirstCommandTest {
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
}
