package io.jenkins.plugins.networkshell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.record.Sent;
import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Paging;
import io.jenkins.plugins.networkshell.simulator.scene.Question;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SceneBuilder;
import io.jenkins.plugins.networkshell.simulator.scene.Terminal;
import io.jenkins.plugins.networkshell.simulator.scene.Terminal.Echo;
import io.jenkins.plugins.networkshell.simulator.scene.Terminal.TypeAhead;
import io.jenkins.plugins.networkshell.simulator.scene.Terminal.Wrap;
import java.nio.charset.Charset;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes back for what is typed, byte for byte. */
class TerminalHabitsTest {
    private DeviceSimulator simulator;

    @BeforeEach
    void start() {
        simulator = DeviceSimulator.start();
    }

    @AfterEach
    void stop() throws Exception {
        simulator.close();
    }

    private static SceneBuilder scene() {
        return Scene.builder("test").prompt("R#");
    }

    private MinaClient connect(SceneBuilder scene) throws Exception {
        MinaClient client = new MinaClient(simulator.add(scene.build()));
        client.until("R#");
        return client;
    }

    private static String lines(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append("line ").append(i).append('\n');
        }
        return text.toString();
    }

    private static String wire(String text) {
        return text.replace("\n", "\r\n");
    }

    @Test
    void huaweiPager() throws Exception {
        String erase = "\u001b[42D" + " ".repeat(42) + "\u001b[42D";
        String more = "  ---- More ----";
        try (MinaClient c = connect(scene().paging(Paging.huawei(3)).command("show", lines(1, 8)))) {
            c.type("show\n");
            assertThat(c.until(more)).isEqualTo(wire("show\n" + lines(1, 3)) + more);
            c.type("x");
            c.type("\n");
            assertThat(c.until(more)).isEqualTo(erase + wire(lines(4, 4)) + more);
            c.type(" ");
            assertThat(c.until(more)).isEqualTo(erase + wire(lines(5, 7)) + more);
            c.type(" ");
            assertThat(c.until("R#")).isEqualTo(erase + wire(lines(8, 8)) + "R#");
        }
    }

    @Test
    void ciscoPagerStopsAtAnyOtherKey() throws Exception {
        try (MinaClient c = connect(scene().paging(Paging.cisco(2)).command("show", lines(1, 5)))) {
            c.type("show\n");
            assertThat(c.until(" --More-- ")).isEqualTo(wire("show\n" + lines(1, 2)) + " --More-- ");
            c.type("x");
            assertThat(c.until("R#")).isEqualTo("\b\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b\bR#");
        }
    }

    @Test
    void pagerErasedWithCarriageReturns() throws Exception {
        try (MinaClient c =
                connect(scene().paging(Paging.carriageReturn(2, "--More--")).command("show", lines(1, 3)))) {
            c.type("show\n");
            c.until("--More--");
            c.type(" ");
            assertThat(c.until("R#")).isEqualTo("\r        \r" + "line 3\r\nR#");
        }
    }

    @Test
    void outputOfExactlyOnePageHasNoPager() throws Exception {
        try (MinaClient c = connect(scene().paging(Paging.huawei(3)).command("show", lines(1, 3)))) {
            c.type("show\n");
            assertThat(c.until("R#")).isEqualTo(wire("show\n" + lines(1, 3)) + "R#");
        }
    }

    @Test
    void typeAheadWaitsForThePromptOfANetworkDevice() throws Exception {
        CommandRule slow = CommandRule.exact("slow", Reply.text("done").withDelay(Duration.ofMillis(200)));
        try (MinaClient c = connect(scene().command(slow).command("next", "here"))) {
            c.type("slow\n");
            c.until("slow\r\n");
            c.type("next\n");
            assertThat(c.until("here\r\nR#")).isEqualTo("done\r\nR#next\r\nhere\r\nR#");
        }
    }

    @Test
    void typeAheadIsEchoedTwiceByAUnixTty() throws Exception {
        CommandRule slow = CommandRule.exact("slow", Reply.text("done").withDelay(Duration.ofMillis(300)));
        SceneBuilder unix = scene().terminal(Terminal.DEFAULT.withTypeAhead(TypeAhead.TTY));
        try (MinaClient c = connect(unix.command(slow).command("next", "here"))) {
            c.type("slow\n");
            c.until("slow\r\n");
            c.type("next\n");
            assertThat(c.until("here\r\nR#")).isEqualTo("next\r\ndone\r\nR#next\r\nhere\r\nR#");
        }
    }

    @Test
    void huaweiWrapsALongLine() throws Exception {
        SceneBuilder narrow = scene().terminal(Terminal.DEFAULT.withWrap(Wrap.HUAWEI, 10));
        try (MinaClient c = connect(narrow.unknown("no\n"))) {
            c.type("abcdefghijklmnopqrstuvw\n");
            assertThat(c.until("R#")).isEqualTo("abcdefgh \u001b[1Dijklmnopqr \u001b[1Dstuvw\r\nno\r\nR#");
        }
    }

    @Test
    void readlineWrapsAtThePtysWidth() throws Exception {
        SceneBuilder narrow = scene().terminal(Terminal.DEFAULT.withWrap(Wrap.READLINE, 0));
        try (MinaClient c = connect(narrow.unknown("no\n"))) {
            c.type("x".repeat(79) + "\n");
            assertThat(c.until("R#")).isEqualTo("x".repeat(78) + " \rx\r\nno\r\nR#");
        }
    }

    @Test
    void mikroTikRedrawsItsLine() throws Exception {
        SceneBuilder redrawn = scene().terminal(Terminal.DEFAULT.withEcho(Echo.REDRAWN));
        try (MinaClient c = connect(redrawn.command("ab", "yes"))) {
            c.type("ab\n");
            assertThat(c.until("yes\r\nR#")).isEqualTo("\rR#a\u001b[K\rR#ab\u001b[K\r\nyes\r\nR#");
        }
    }

    @Test
    void backspaceErasesWhatWasTyped() throws Exception {
        try (MinaClient c = connect(scene().command("show", "yes"))) {
            c.type("shoe\u007fw\r\n");
            assertThat(c.until("yes\r\nR#")).isEqualTo("shoe\b \bw\r\nyes\r\nR#");
        }
    }

    @Test
    void ctrlCStopsACommand() throws Exception {
        CommandRule slow = CommandRule.exact("slow", Reply.text("never").withDelay(Duration.ofMinutes(1)));
        try (MinaClient c = connect(scene().command(slow))) {
            c.type("slow\n");
            c.until("slow\r\n");
            c.type("\u0003");
            assertThat(c.until("R#")).isEqualTo("^C\r\nR#");
        }
    }

    @Test
    void questionsBranchAndRepeat() throws Exception {
        Question save = Question.of(
                "Continue? [Y/N]:",
                Question.answer("[Yy]", Reply.text("saved").withSet("saved", "yes")),
                Question.answer("[Nn]", Reply.NOTHING));
        SceneBuilder scene = scene().variable("saved", "no")
                .command("save", Reply.text("It will be written.").withQuestion(save))
                .command(CommandRule.exact("state", Reply.text("clean")).when("saved", "yes"))
                .command("state", "dirty ${saved}");
        try (MinaClient c = connect(scene)) {
            c.type("state\n");
            assertThat(c.until("R#")).contains("dirty no");
            c.type("save\n");
            assertThat(c.until("[Y/N]:")).isEqualTo("save\r\nIt will be written.\r\nContinue? [Y/N]:");
            c.type("maybe\n");
            assertThat(c.until("[Y/N]:")).isEqualTo("maybe\r\nContinue? [Y/N]:");
            c.type("y\n");
            assertThat(c.until("R#")).isEqualTo("y\r\nsaved\r\nR#");
            c.type("state\n");
            assertThat(c.until("R#")).contains("clean");
        }
    }

    @Test
    void aRuleCanApplyOnce() throws Exception {
        SceneBuilder scene = scene().command(
                        CommandRule.exact("show", Reply.text("first")).times(1))
                .command("show", "then");
        try (MinaClient c = connect(scene)) {
            c.type("show\n");
            assertThat(c.until("R#")).isEqualTo("show\r\nfirst\r\nR#");
            c.type("show\n");
            assertThat(c.until("R#")).isEqualTo("show\r\nthen\r\nR#");
        }
    }

    @Test
    void logLinesAppearWhereTheCursorIs() throws Exception {
        SimulatedDevice device = simulator.add(scene().build());
        try (MinaClient c = new MinaClient(device)) {
            c.until("R#");
            c.type("sho");
            c.until("sho");
            device.announce("\n%SYS-5-CONFIG_I\n", true);
            assertThat(c.until("sho")).isEqualTo("\r\n%SYS-5-CONFIG_I\r\nR#sho");
        }
    }

    @Test
    void speaksTheDevicesCharset() throws Exception {
        Charset gbk = Charset.forName("GBK");
        SceneBuilder scene = scene().terminal(Terminal.DEFAULT.withCharset(gbk)).command("show", "描述 中文");
        try (MinaClient c = connect(scene)) {
            c.type("show\n");
            assertThat(c.until("R#", gbk)).isEqualTo("show\r\n描述 中文\r\nR#");
        }
    }

    @Test
    void recordsHiddenAnswersKeysAndTheTerminal() throws Exception {
        Question secret = Question.secret("Password: ", "pw", Reply.text("in"), Reply.text("out"));
        SimulatedDevice device = simulator.add(
                scene().command("enable", Reply.NOTHING.withQuestion(secret)).build());
        try (MinaClient c = new MinaClient(device)) {
            c.until("R#");
            c.type("enable\r");
            c.until("Password: ");
            c.type("pw\r");
            assertThat(c.until("R#")).isEqualTo("\r\nin\r\nR#");
            assertThat(device.sent().openShells()).isEqualTo(1);
        }
        assertThat(device.sent().events(Sent.Line.class))
                .containsExactly(
                        new Sent.Line(0, "enable", Sent.Line.Kind.COMMAND),
                        new Sent.Line(0, "pw", Sent.Line.Kind.HIDDEN_ANSWER));
        assertThat(device.sent().events(Sent.Pty.class)).containsExactly(new Sent.Pty(0, "vt100", 80, 24));
        assertThat(device.sent().logins())
                .containsExactly(new Sent.Auth(0, "keyboard-interactive", "admin", "admin", true));
        assertThat(new String(device.sent().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("enable\rpw\r");
        assertThat(device.sent().awaitNoConnections(MinaClient.LIMIT)).isTrue();
        assertThat(device.sent().openShells()).isZero();
    }

    @Test
    void latencyDelaysEachExchangeOnce() throws Exception {
        SimulatedDevice device =
                simulator.add(scene().command("show", "x").build()).withLatency(Duration.ofMillis(400));
        try (MinaClient c = new MinaClient(device)) {
            c.until("R#");
            long start = System.nanoTime();
            c.type("show\n");
            c.until("x\r\nR#");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
            start = System.nanoTime();
            c.type("show\nshow\nshow\n");
            c.until("x\r\nR#show\r\nx\r\nR#show\r\nx\r\nR#");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
        }
    }
}
