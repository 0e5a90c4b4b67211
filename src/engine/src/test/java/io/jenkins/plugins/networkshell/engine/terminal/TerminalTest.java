package io.jenkins.plugins.networkshell.engine.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes of a device, and the lines a person would see; {@code |} stands between lines, the last is the unfinished one. */
class TerminalTest {
    private static final int WIDTH = 80;

    static Stream<Arguments> bytesAndLines() {
        String huaweiPager = "  ---- More ----";
        String huaweiErase = "\033[42D" + " ".repeat(42) + "\033[42D";
        String ciscoPager = " --More-- ";
        String ciscoErase = "\b".repeat(9) + " ".repeat(8) + "\b".repeat(9);
        String full = "x".repeat(WIDTH);
        return Stream.of(
                Arguments.of("plain lines", "one\r\ntwo\r\nprompt>", "one|two|prompt>"),
                Arguments.of("line feeds alone", "one\ntwo\n", "one|two|"),
                Arguments.of("two carriage returns", "one\r\r\ntwo\r\r\n", "one|two|"),
                Arguments.of("line feed first", "one\n\rtwo\n\r", "one|two|"),
                Arguments.of("blanks at the end are text", "a  \r\n   \r\n\r\n", "a  |   ||"),
                Arguments.of("tabs are text", "a\tb\r\n", "a\tb|"),
                Arguments.of("carriage return overwrites", "Progress 10%\rProgress 99%\r\n", "Progress 99%|"),
                Arguments.of("shorter text leaves the rest", "abcdef\rXY\r\n", "XYcdef|"),
                Arguments.of("backspace overwrites", "shwo\b\bow\r\n", "show|"),
                Arguments.of("Huawei pager", huaweiPager + huaweiErase + " interface X  \r\n", " interface X  |"),
                Arguments.of("Huawei pager before an empty line", huaweiPager + huaweiErase + "\r\n#\r\n", "|#|"),
                Arguments.of("Cisco pager", ciscoPager + ciscoErase + "ip route 0.0.0.0\r\n", "ip route 0.0.0.0|"),
                Arguments.of("Cisco pager before an empty line", ciscoPager + ciscoErase + "\r\nend\r\n", "|end|"),
                Arguments.of("pager wiped with CR", "--More--\r" + " ".repeat(12) + "\rtext  \r\n", "text  |"),
                Arguments.of("pager wiped with CR before an empty line", "--More--\r" + " ".repeat(8) + "\r\r\n", "|"),
                Arguments.of("pager wiped with erase-line", "\033[7m--More--\033[m\r\033[Ktext\r\n", "text|"),
                Arguments.of("VRP wraps with ESC[1D", full + " \033[1Dyyy\r\n", full + "yyy|"),
                Arguments.of("VRP's blank at the end of a line", "text \033[1D\r\n", "text|"),
                Arguments.of("readline wraps with blank and CR", full + " \ryyy\r\n", full + "yyy|"),
                Arguments.of("long lines stay one line", "y".repeat(500) + "\r\n", "y".repeat(500) + "|"),
                Arguments.of("colours", "\033[1;31mred\033[0m text\r\n", "red text|"),
                Arguments.of("titles", "\033]0;admin@web1: ~\007admin@web1:~$ ", "admin@web1:~$ "),
                Arguments.of("a title without its end", "\033]0;admin\nline\r\n", "|line|"),
                Arguments.of("titles ended by ST", "\033]2;title\033\\text", "text"),
                Arguments.of("bracketed paste and modes", "\033[?2004hweb1$ \033[?1l\033>", "web1$ "),
                Arguments.of("character sets", "\033(B\033)0text\016\017\r\n", "text|"),
                Arguments.of("MikroTik redraws", "[admin@r1] > \r\033[K[admin@r1] > /exp", "[admin@r1] > /exp"),
                Arguments.of("MikroTik asks for the cursor", "\033Z\033[6n[admin@r1] > ", "[admin@r1] > "),
                Arguments.of("cursor column", "abc\033[1Gx\033[4Gd\r\n", "xbcd|"),
                Arguments.of("cursor right pads", "a\033[3Cb\r\n", "a   b|"),
                Arguments.of("delete characters", "abcdef\033[4D\033[2P\r\n", "abef|"),
                Arguments.of("insert characters", "abef\033[2D\033[2@cd\r\n", "abcdef|"),
                Arguments.of("erase characters", "abcdef\033[4D\033[2X\r\n", "ab  ef|"),
                Arguments.of("erase to the start", "abc\033[1Kd\r\n", "   d|"),
                Arguments.of("save and restore the cursor", "ab\0337cd\0338X\r\n", "abXd|"),
                Arguments.of("bells and NUL", "a\007b\000c\r\n", "abc|"),
                Arguments.of("a control character inside a sequence", "ab\033[1\bDX\r\n", "Xb|"),
                Arguments.of("a sequence that is none", "\033[" + "1;".repeat(50) + "text\r\n", null),
                Arguments.of("ProCurve positions", "\033[24;1Hsw1# \033[24;6H", "sw1# "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bytesAndLines")
    void showsWhatAPersonSees(String name, String bytes, String expected) {
        String whole = lines(bytes.getBytes(StandardCharsets.UTF_8), 0);
        for (long seed = 1; seed < 20; seed++) {
            assertThat(lines(bytes.getBytes(StandardCharsets.UTF_8), seed))
                    .as("seed %d", seed)
                    .isEqualTo(whole);
        }
        if (expected != null) {
            assertThat(whole).isEqualTo(expected);
        }
    }

    @Test
    void charactersMayBeSplitBetweenPackets() {
        String text = "接口 GigabitEthernet 描述 über 😀\n";
        assertThat(lines(text.getBytes(StandardCharsets.UTF_8), 5)).isEqualTo(text.replace("\n", "|"));
        Charset gbk = Charset.forName("GBK");
        assertThat(lines("描述 核心\n".getBytes(gbk), 7, gbk)).isEqualTo("描述 核心|");
    }

    @Test
    void aBadByteCostsOneCharacter() {
        byte[] bytes = {'a', (byte) 0xff, 'b', '\n'};
        assertThat(lines(bytes, 0)).isEqualTo("a\ufffdb|");
    }

    @Test
    void aLineWithoutEndIsHandedOverInPieces() {
        List<String> pieces = new ArrayList<>();
        Terminal terminal = new Terminal(511, (text, ended) -> pieces.add(text.length() + (ended ? " ended" : "")));
        TextDecoder decoder = new TextDecoder(StandardCharsets.UTF_8);
        byte[] block = new byte[16 * 1024];
        Arrays.fill(block, (byte) 'x');
        for (int i = 0; i < 64; i++) {
            decoder.decode(block, block.length, terminal);
        }
        decoder.decode("\n".getBytes(StandardCharsets.UTF_8), 1, terminal);
        assertThat(pieces).hasSizeGreaterThan(3).last().asString().endsWith("ended");
        assertThat(pieces.stream()
                        .mapToInt(p -> Integer.parseInt(p.replace(" ended", "")))
                        .sum())
                .isEqualTo(1024 * 1024);
    }

    @Test
    void anAnsweredPagerThatTheDeviceDoesNotWipeIsNoLine() {
        List<String> lines = new ArrayList<>();
        Terminal terminal = new Terminal(80, (text, ended) -> lines.add(text));
        TextDecoder decoder = new TextDecoder(StandardCharsets.UTF_8);
        feed(decoder, terminal, "one\r\n--More--");
        assertThat(terminal.unfinishedLine()).isEqualTo("--More--");
        terminal.eraseUnfinishedLine();
        feed(decoder, terminal, "\r\ntwo\r\n--More--");
        terminal.eraseUnfinishedLine();
        feed(decoder, terminal, "\b".repeat(8) + " ".repeat(8) + "\b".repeat(8) + "\r\nfour\r\n");
        assertThat(lines).containsExactly("one", "two", "", "four");
    }

    private static void feed(TextDecoder decoder, Terminal terminal, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        decoder.decode(bytes, bytes.length, terminal);
    }

    @Test
    void cursorMovementAloneTakesNoMemory() {
        for (String sequence : List.of("\033[9999C", "\033[9999@", "\033[9999C\033[D\033[9999@")) {
            Terminal terminal = new Terminal(WIDTH, (text, ended) -> {});
            byte[] bytes = sequence.repeat(20_000).getBytes(StandardCharsets.US_ASCII);
            new TextDecoder(StandardCharsets.UTF_8).decode(bytes, bytes.length, terminal);
            terminal.accept("x".toCharArray(), 0, 1);
            assertThat(terminal.unfinishedLine().length()).isBetween(1, 128 * 1024);
        }
    }

    private static String lines(byte[] bytes, long seed) {
        return lines(bytes, seed, StandardCharsets.UTF_8);
    }

    /** @param seed 0: in one piece */
    private static String lines(byte[] bytes, long seed, Charset charset) {
        StringBuilder lines = new StringBuilder();
        Terminal terminal =
                new Terminal(WIDTH, (text, ended) -> lines.append(text).append(ended ? "|" : ""));
        TextDecoder decoder = new TextDecoder(charset);
        Random random = new Random(seed);
        for (int from = 0; from < bytes.length; ) {
            int to = seed == 0 ? bytes.length : Math.min(bytes.length, from + 1 + random.nextInt(3));
            decoder.decode(Arrays.copyOfRange(bytes, from, to), to - from, terminal);
            from = to;
        }
        return lines + terminal.unfinishedLine();
    }
}
