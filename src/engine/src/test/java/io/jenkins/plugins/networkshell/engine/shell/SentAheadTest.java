package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Commands that are typed without waiting for each prompt have the same results as one by one. */
class SentAheadTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final Duration PAUSE = Duration.ofMillis(1500);

    private final List<String> notices = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    /** Hears all, and wants it in the order in which one command after the other would cause it. */
    private final ShellListener listener = new ShellListener() {
        @Override
        public void commandStarted(int index, Command command) {
            heard.add("start " + index);
        }

        @Override
        public void line(int index, String text, boolean ended) {
            heard.add("line " + index);
        }

        @Override
        public void commandEnded(int index, CommandResult result) {
            heard.add("end " + index);
        }

        @Override
        public void notice(String sentence) {
            notices.add(sentence);
        }
    };

    private DeviceShell open(VirtualDevice device, String platform) throws Exception {
        heard.clear();
        notices.clear();
        ShellOptions options = ShellOptions.auto(CATALOG)
                .withPlatform(CATALOG.find(platform).orElseThrow())
                .withListener(listener);
        return DeviceShell.open(device.start(), options, device::nanoTime);
    }

    private static VirtualDevice router(long seed) {
        return new VirtualDevice("R1#", seed)
                .logout("exit")
                .unknownCommand("% Invalid input detected at '^' marker.\n")
                .answers("terminal length 0", "")
                .answers("terminal width 511", "");
    }

    private static VirtualDevice huawei(long seed) {
        return new VirtualDevice("<HUAWEI>", seed)
                .answers("screen-length 0 temporary", "Info: The configuration takes effect.\n");
    }

    private static VirtualDevice junos(long seed) {
        return new VirtualDevice("\n{master:0}\nops@mx1> ", seed)
                .logout("exit")
                .answers("set cli screen-length 0", "Screen length set to 0\n")
                .answers("set cli screen-width 0", "Screen width set to 0\n");
    }

    private static List<Command> commands(String... texts) {
        return List.of(texts).stream().map(Command::of).toList();
    }

    private static List<Command> items(String verb, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Command.of(verb + " item " + i))
                .toList();
    }

    private static VirtualDevice answering(VirtualDevice device, String verb, List<String> outputs) {
        for (int i = 0; i < outputs.size(); i++) {
            device.answers(verb + " item " + i, outputs.get(i));
        }
        return device;
    }

    private static List<String> outputs(DeviceShell shell) throws Exception {
        return shell.finish().stream().map(CommandResult::output).toList();
    }

    private static String visible(List<String> outputs) {
        return String.join(" | ", outputs).replace("\n", "\\n");
    }

    private void runsExactly(VirtualDevice device, String platform, String verb, List<String> outputs)
            throws Exception {
        answering(device, verb, outputs);
        List<String> atOnce;
        try (DeviceShell shell = open(device, platform)) {
            atOnce = shell.runAll(items(verb, outputs.size())).stream()
                    .map(CommandResult::output)
                    .toList();
            assertThat(visible(outputs(shell))).isEqualTo(visible(outputs));
        }
        assertThat(atOnce).hasSameSizeAs(outputs);
        assertThat(heard.stream().filter(e -> !e.startsWith("line")).toList())
                .isEqualTo(IntStream.range(0, outputs.size())
                        .boxed()
                        .flatMap(i -> List.of("start " + i, "end " + i).stream())
                        .toList());
        for (int i = 0; i < outputs.size(); i++) {
            assertThat(device.typed()).filteredOn((verb + " item " + i)::equals).hasSize(1);
        }
    }

    // Any output, cut anywhere

    @Property(tries = 300)
    void ciscoOutputsComeBackToTheLetter(
            @ForAll("outputs") List<String> outputs, @ForAll long seed, @ForAll("pieces") int piece) throws Exception {
        runsExactly(router(seed).cutInto(piece, PAUSE), "cisco_ios", "show", quotingOthers("R1#show item ", outputs));
    }

    @Property(tries = 300)
    void huaweiOutputsComeBackToTheLetter(
            @ForAll("outputs") List<String> outputs, @ForAll long seed, @ForAll("pieces") int piece) throws Exception {
        runsExactly(
                huawei(seed).cutInto(piece, PAUSE),
                "huawei_vrp",
                "display",
                quotingOthers("<HUAWEI>display item ", outputs));
    }

    @Property(tries = 300)
    void linesAboveThePromptAreNoOutput(
            @ForAll("tameOutputs") List<String> outputs, @ForAll long seed, @ForAll("pieces") int piece)
            throws Exception {
        runsExactly(
                junos(seed).cutInto(piece, PAUSE),
                "juniper_junos",
                "show",
                quotingOthers("ops@mx1> show item ", outputs));
    }

    @Property(tries = 300)
    void whatADeviceThrowsAwayIsTypedAgain(
            @ForAll("tameOutputs") List<String> outputs, @ForAll long seed, @ForAll("pieces") int piece)
            throws Exception {
        VirtualDevice device =
                answering(router(seed).throwingTypeAheadAway(), "show", outputs).cutInto(piece, PAUSE);
        try (DeviceShell shell = open(device, "cisco_ios")) {
            shell.runAll(items("show", outputs.size()));
            assertThat(visible(outputs(shell))).isEqualTo(visible(outputs));
        }
    }

    /**
     * {@code @} stands for the echo of another command: of one that has run, or of one that comes later. The first two are
     * typed one by one.
     */
    private static List<String> quotingOthers(String echo, List<String> outputs) {
        List<String> quoting = new ArrayList<>(outputs);
        for (int i = 0; i < Math.min(2, outputs.size()); i++) {
            quoting.set(i, outputs.get(i).replace("show item 1\n", "x\n"));
        }
        for (int i = 2; i < outputs.size(); i++) {
            int other = (i + 1 + outputs.get(i).length() % (outputs.size() - 1)) % outputs.size();
            quoting.set(i, outputs.get(i).replace("@\n", echo + other + "\n"));
        }
        return quoting;
    }

    @Provide
    Arbitrary<Integer> pieces() {
        return Arbitraries.of(1, 2, 7, 40, 500, 20_000);
    }

    @Provide
    Arbitrary<List<String>> outputs() {
        Arbitrary<String> lookAlikes = Arbitraries.of(
                "@",
                "@",
                "R1#",
                "<HUAWEI>",
                "[HUAWEI]",
                "",
                "   ",
                "#",
                "!",
                "R1(config)#",
                "R1#show version",
                "show item 1",
                "<another>",
                "%LINK-3-UPDOWN: Interface GigabitEthernet0/1, down");
        return outputs(Arbitraries.frequencyOf(Tuple.of(5, text()), Tuple.of(4, lookAlikes)));
    }

    @Provide
    Arbitrary<List<String>> tameOutputs() {
        return outputs(Arbitraries.frequencyOf(Tuple.of(5, text()), Tuple.of(3, Arbitraries.of("", "!", "x"))));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("\t中文字符")
                .ofMaxLength(60)
                .filter(line -> !line.contains("[Y/N]")
                        && !line.contains("@")
                        && !line.strip().matches("-*\\s*[Mm]ore.*"));
    }

    private static Arbitrary<List<String>> outputs(Arbitrary<String> lines) {
        return lines.list()
                .ofMaxSize(8)
                .map(all -> String.join("", all.stream().map(l -> l + "\n").toList()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    // What it costs

    @Example
    void manyCommandsCostFewRoundTrips() throws Exception {
        VirtualDevice device =
                answering(router(1).roundTrip(Duration.ofMillis(20)), "show", Collections.nCopies(100, "line\n"));
        try (DeviceShell shell = open(device, "cisco_ios")) {
            assertThat(shell.runAll(items("show", 100))).hasSize(100);
            assertThat(Duration.ofNanos(device.nanoTime())).isLessThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Example
    void longOutputGoesOnWhileItComes() throws Exception {
        String big = "a line of output\n".repeat(20_000);
        VirtualDevice device = answering(router(1), "show", List.of("x\n", "y\n", big, big, "z\n"));
        device.cutInto(1000, Duration.ofMillis(10));
        try (DeviceShell shell = open(device, "cisco_ios")) {
            shell.runAll(items("show", 5));
            assertThat(outputs(shell)).containsExactly("x\n", "y\n", big, big, "z\n");
        }
        assertThat(notices).isEmpty();
    }

    // What is never sent ahead

    @Example
    void onlyHarmlessCommandsAreTypedTogether() throws Exception {
        VirtualDevice device = router(1)
                .answers("show clock", "now\n")
                .answers("show users", "me\n")
                .answers("clear counters", "")
                .answers("show ip route | redirect flash:x", "")
                .answers("reload in 5", "");
        List<String> writes = new ArrayList<>();
        try (DeviceShell shell = DeviceShell.open(
                new WatchedChannel(device.start(), writes),
                ShellOptions.auto(CATALOG)
                        .withPlatform(CATALOG.find("cisco_ios").orElseThrow()),
                device::nanoTime)) {
            List<Command> all = new ArrayList<>(commands("show clock", "show users", "show clock", "clear counters"));
            all.addAll(commands("show ip route | redirect flash:x", "reload in 5", "show users", "show clock"));
            all.add(Command.of("show users").withAnswers(List.of(Answer.of("sure", "y"))));
            all.add(Command.of("show users").withTimeout(Duration.ofSeconds(5)));
            all.add(Command.of("show clock"));
            shell.runAll(all);
        }
        assertThat(writes)
                .containsExactly(
                        "terminal length 0\nterminal width 511\nshow clock\n",
                        "show users\nshow clock\nterminal length 0\n",
                        "clear counters\n",
                        "show ip route | redirect flash:x\n",
                        "reload in 5\n",
                        "show users\nshow clock\nterminal length 0\n",
                        "show users\n",
                        "show users\n",
                        "show clock\n");
    }

    @Example
    void answersOfTheSessionMeanOneByOne() throws Exception {
        VirtualDevice device = answering(router(1), "show", List.of("a\n", "b\n", "c\n"));
        ShellOptions options = ShellOptions.auto(CATALOG)
                .withPlatform(CATALOG.find("cisco_ios").orElseThrow())
                .withAnswers(List.of(Answer.of("sure", "y")));
        try (DeviceShell shell = DeviceShell.open(device.start(), options, device::nanoTime)) {
            shell.runAll(items("show", 3));
        }
        assertThat(device.typed())
                .containsExactly(
                        "terminal length 0", "terminal width 511", "show item 0", "show item 1", "show item 2");
    }

    @Example
    void whereThePagerStaysOnNothingIsSentAhead() throws Exception {
        VirtualDevice device = answering(router(1), "show", List.of("a\n", "b\n", "c\n"))
                .answers("terminal width 511", "% Invalid input detected at '^' marker.\n");
        try (DeviceShell shell = open(device, "cisco_ios")) {
            shell.runAll(items("show", 3));
            assertThat(outputs(shell)).containsExactly("a\n", "b\n", "c\n");
        }
        assertThat(device.typed()).filteredOn("terminal length 0"::equals).hasSize(1);
    }

    // What goes wrong

    @Example
    void aCommandThatFailsTakesNothingFromTheOthers() throws Exception {
        VirtualDevice device = router(1).answers("show item 0", "a\n").answers("show item 2", "c\n");
        try (DeviceShell shell = open(device, "cisco_ios")) {
            List<CommandResult> results = shell.runAll(items("show", 4));
            assertThat(results).extracting(CommandResult::failed).containsExactly(false, true, false, true);
        }
    }

    /** The key that the pager takes is the first letter of the next command, which so is another one. */
    @Property(tries = 100)
    void aPagerThatEatsWhatWasTypedLosesNothing(@ForAll long seed, @ForAll("pieces") int piece) throws Exception {
        VirtualDevice device = answering(router(seed), "show", List.of("a\n", "b\n--More--", "c\n", "d\n"))
                .eatingTypeAheadAtPager();
        device.pageAfter("show item 1", "rest\n");
        device.cutInto(piece, PAUSE);
        try (DeviceShell shell = open(device, "cisco_ios")) {
            shell.runAll(items("show", 4));
            assertThat(outputs(shell)).containsExactly("a\n", "b\nrest\n", "c\n", "d\n");
        }
        assertThat(device.typed()).filteredOn("show item 3"::equals).hasSize(1);
    }

    @Property(tries = 100)
    void aTerminalThatShowsThemAtOnceSpoilsNoOutput(@ForAll long seed, @ForAll("pieces") int piece) throws Exception {
        List<String> outputs = List.of("first\n", "one line\nand one more\n\nend\n", "c\n", "d\n");
        VirtualDevice device = answering(router(seed), "show", outputs).cutInto(piece, PAUSE);
        DeviceShell shell = open(device, "cisco_ios");
        shell.run("show item 0");
        device.showingTypeAheadInOutput();
        shell.runAll(items("show", 4).subList(1, 4));
        assertThat(outputs(shell)).isEqualTo(outputs);
    }

    @Property(tries = 100)
    void aMessageBehindAPromptIsNoBorder(@ForAll long seed, @ForAll("pieces") int piece) throws Exception {
        VirtualDevice device = answering(router(seed), "show", List.of("a\n", "b\n", "c\n", "d\n"));
        device.promptFor("show item 1", "R1#\n*Mar  1 10:00:27: %SYS-5-CONFIG_I: Configured\n");
        device.cutInto(piece, PAUSE);
        try (DeviceShell shell = open(device, "cisco_ios")) {
            shell.runAll(items("show", 4));
            List<String> outputs = outputs(shell);
            assertThat(outputs.get(0)).isEqualTo("a\n");
            assertThat(outputs.get(1)).startsWith("b\n").contains("%SYS-5-CONFIG_I");
            assertThat(outputs.subList(2, 4)).containsExactly("c\n", "d\n");
        }
        assertThat(device.typed()).filteredOn("show item 2"::equals).hasSize(1);
    }

    @Property(tries = 100)
    void outputWithoutALineEndIsNoBorderEither(@ForAll long seed, @ForAll("pieces") int piece) throws Exception {
        runsExactly(router(seed).cutInto(piece, PAUSE), "cisco_ios", "show", List.of("a\n", "b", "c\n", "d"));
    }

    @Example
    void aBorderThatIsOpenIsSaid() throws Exception {
        VirtualDevice device = answering(router(1), "show", List.of("a\n", "b\nR1#show item 1\nrest\n", "c\n"));
        try (DeviceShell shell = open(device, "cisco_ios")) {
            shell.runAll(items("show", 3));
        }
        assertThat(notices).singleElement().asString().contains("looks like the echo of");
    }

    @Example
    void theSessionBreaksOffInTheMiddle() throws Exception {
        VirtualDevice device = answering(router(1), "show", List.of("a\n", "b\n", "half of", "d\n"));
        device.hangUpAfter("show item 2");
        DeviceShell shell = open(device, "cisco_ios");
        assertThatThrownBy(() -> shell.runAll(items("show", 4)))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageContaining("'show item 2' was running");
        assertThat(shell.results()).extracting(CommandResult::output).containsExactly("a\n", "b\n", "half of");
        assertThat(heard).endsWith("end 1", "start 2", "line 2");
    }
}
