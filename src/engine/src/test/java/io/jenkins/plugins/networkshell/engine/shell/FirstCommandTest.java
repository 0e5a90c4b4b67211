package io.jenkins.plugins.networkshell.engine.shell;

import static io.jenkins.plugins.networkshell.engine.shell.TestShells.open;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.outputs;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first command after login: when it is typed, behind which banners, and without an echo. */
class FirstCommandTest {
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
}
