package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Devices print messages of their log right behind a pager, too; then they wait for a key at the beginning of an empty
 * line. The V-SOL's comes from a recording: {@code vsololt#V1600G0-B_V1.4.13R} of Oxidized.
 */
class MessageBehindPagerTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final Limits LIMITS = Limits.DEFAULT.withSilence(Duration.ofSeconds(10));
    private static final String EVENT =
            "2026/05/25 18:51:46   ONU Port Los                 PON 0/3 ONU 63 sn ABCD00000001  LAN1 LINK DOWN";

    private static VirtualDevice device(String before, String pager, String message, String after) {
        VirtualDevice device = new VirtualDevice("OLT# ", 1)
                .logout("exit")
                .unknownCommand("% Unknown command.\n")
                .answers("show it", before)
                .start();
        device.pageInLine("show it", pager, after);
        device.promptFor("show it", pager + "\r\n" + message + "\r\n");
        return device;
    }

    private static String output(VirtualDevice device, String platform) throws Exception {
        ShellOptions options = ShellOptions.auto(CATALOG)
                .withLimits(LIMITS)
                .withPlatform(CATALOG.find(platform).orElseThrow());
        DeviceShell shell = DeviceShell.open(device, options, device::nanoTime);
        shell.run("show it");
        return shell.finish().get(0).output();
    }

    @Test
    void theEventStandsInALineOfItsOwnAndThePagerInNone() throws Exception {
        VirtualDevice device = device("onu 1\n", " --More-- ", EVENT, "onu 2\nend\n");

        assertThat(output(device, "vsol_olt")).isEqualTo("onu 1\n" + EVENT + "\nonu 2\nend\n");
        assertThat(Duration.ofNanos(device.nanoTime())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aLineThatThePagerCutIsWholeAgain() throws Exception {
        String half = "onu 29 pri wan_adv index 1 route ipv4 static ip 192.0.2.77 mask 255.255.255.0 g";
        VirtualDevice device = device(half, " --More-- ", EVENT, "w 192.0.2.1\nend\n");

        assertThat(output(device, "vsol_olt")).isEqualTo(EVENT + "\n" + half + "w 192.0.2.1\nend\n");
    }

    @ParameterizedTest
    @CsvSource({
        "cisco_ios, --More--, '*Nov 29 02:11:09.123: %LINK-3-UPDOWN: Interface Gi0/1, changed state to up'",
        "generic, --More--, lag 3 is down",
        "generic, ---- More ----, 'Nov 29 2026 02:11:09 sw1 port 3 down\r\nNov 29 2026 02:11:10 sw1 port 3 up'",
    })
    void messagesThatNobodyDescribedCostASilence(String platform, String pager, String message) throws Exception {
        VirtualDevice device = device("one\n", pager, message, "two\nend\n");

        assertThat(output(device, platform)).isEqualTo("one\n" + message.replace("\r", "") + "\ntwo\nend\n");
    }

    @Test
    void aPagersTextInAnOutputIsOutput() throws Exception {
        String text = "banner\n--More--\nto go on, press a key\n\n1\n2\n3\n--More--\n";
        VirtualDevice device = new VirtualDevice("OLT# ", 1)
                .logout("exit")
                .unknownCommand("")
                .answers("show it", text)
                .cutInto(7, Duration.ofMillis(200))
                .start();

        assertThat(output(device, "vsol_olt")).isEqualTo(text);
    }

    /** What a person sees does not lag behind what the device has printed, although a pager may be among the last lines. */
    @Test
    void linesAreShownWheneverTheDevicePauses() throws Exception {
        PausingDevice device = new PausingDevice();
        ShellOptions options = ShellOptions.auto(CATALOG)
                .withLimits(LIMITS)
                .withPlatform(CATALOG.find("vsol_olt").orElseThrow())
                .withListener(device);
        try (DeviceShell shell = DeviceShell.open(device, options, device::nanoTime)) {
            shell.run("show it");
        }

        assertThat(device.lags).hasSizeGreaterThan(10).containsOnly(0);
    }

    /** Counts the lines that it has printed and the listener has not received, whenever the shell waits. */
    private static final class PausingDevice extends VirtualDevice implements ShellListener {
        private final List<Integer> lags = new ArrayList<>();
        private boolean typed;
        private int printed;
        private int shown;

        PausingDevice() {
            super("OLT# ", 1);
            logout("exit");
            answers("show it", "line\n".repeat(40));
            cutInto(3, Duration.ofMillis(100));
            start();
        }

        @Override
        public void commandStarted(int index, Command command) {
            typed = true;
        }

        @Override
        public int read(byte[] buffer, Duration timeout) {
            if (printed > 0 && !timeout.isZero()) {
                lags.add(printed - 1 - shown); // the first line is the echo
            }
            int count = super.read(buffer, timeout);
            for (int i = 0; typed && i < count; i++) {
                printed += buffer[i] == '\n' ? 1 : 0;
            }
            return count;
        }

        @Override
        public void line(int index, String text, boolean ended) {
            shown += ended ? 1 : 0;
        }
    }
}
