package io.jenkins.plugins.networkshell.engine.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code encoding: auto}: what a device prints tells how it encodes text, wherever the network cuts it. */
class AutoCharsetTest {
    private static final String CHINESE =
            "interface GigabitEthernet0/0/1\r\n description 上联到核心交换机（机房二），勿动\r\n# 模块 镕 end\r\n<核心-sw1>";
    private static final String GERMAN =
            "interface 1\r\n description Größe: Übergang Süd, 20 °C\r\n banner Café à côté\r\n§ 1 ÄÖÜ\r\n";
    private static final String EUROPEAN = "ærø, naïve, señor, Straße, l’été, 10 µs";

    @ParameterizedTest
    @CsvSource({"UTF-8", "GB18030", "GBK"})
    void chineseTextComesBack(String charset) {
        everyCutGives(CHINESE, Charset.forName(charset), CHINESE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void westernTextComesBack(String charset) {
        everyCutGives(GERMAN, Charset.forName(charset), GERMAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Größe",
                "für",
                "Straße",
                "été",
                "señor",
                "ÄÖÜ end",
                "20 °C",
                "naïve",
                "Ærø",
                "coração",
                "fête à Aÿ",
                "äußerst",
                "Fußgänger"
            })
    void oneWesternWordIsEnough(String word) {
        assertThat(decoded(word.getBytes(StandardCharsets.ISO_8859_1), 99, true))
                .isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"核心", "模块", "端口 1", "联通", "（机房）", "错误：", "是否继续？", "到北京的专线"})
    void oneChineseWordIsEnough(String word) {
        assertThat(decoded(word.getBytes(Charset.forName("GBK")), 99, true)).isEqualTo(word);
    }

    @Test
    void longTextWithoutAnyAsciiComesBack() {
        String utf8 = "设备".repeat(3000) + ".";
        everyCutGives(utf8, StandardCharsets.UTF_8, utf8);
        everyCutGives(utf8, Charset.forName("GB18030"), utf8);
    }

    private static void everyCutGives(String text, Charset charset, String expected) {
        byte[] bytes = text.getBytes(charset);
        String lines = expected.replace("\r", "");
        assertThat(decoded(bytes, bytes.length, true)).as("whole").isEqualTo(lines);
        if (bytes.length < 4000) {
            assertThat(decoded(bytes, 1, true)).as("single bytes").isEqualTo(lines);
        }
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            assertThat(decoded(bytes, -random.nextInt(1, 40), true))
                    .as("pieces")
                    .isEqualTo(lines);
        }
    }

    /**
     * @param size of all pieces; negative for random ones up to that size
     * @param settled whether the device falls silent at the end
     */
    private static String decoded(byte[] bytes, int size, boolean settled) {
        StringBuilder text = new StringBuilder();
        Terminal terminal = new Terminal(511, (line, ended) -> text.append(line).append(ended ? "\n" : ""));
        TextDecoder decoder = new TextDecoder(DeviceCharset.AUTO);
        Random random = new Random(size);
        for (int from = 0; from < bytes.length; ) {
            int length = Math.min(size > 0 ? size : random.nextInt(1, 1 - size), bytes.length - from);
            byte[] piece = new byte[length];
            System.arraycopy(bytes, from, piece, 0, length);
            decoder.decode(piece, length, terminal);
            from += length;
        }
        if (settled) {
            decoder.settle(terminal);
        }
        return text + terminal.unfinishedLine();
    }

    @Test
    void nothingIsLostWhereNeitherFits() {
        assertThat(decoded(new byte[] {'a', (byte) 0xff, (byte) 0xfe, 'b', (byte) 0xe9}, 99, true))
                .isEqualTo("aÿþbé");
    }

    @Test
    void theBeginningOfACharacterWaitsForItsRest() {
        StringBuilder text = new StringBuilder();
        Terminal terminal = new Terminal(511, (line, ended) -> text.append(line));
        TextDecoder decoder = new TextDecoder(DeviceCharset.AUTO);
        byte[] bytes = "a设".getBytes(StandardCharsets.UTF_8);
        decoder.decode(bytes, 3, terminal);
        decoder.settle(terminal);
        assertThat(terminal.unfinishedLine()).isEqualTo("a");
        decoder.decode(new byte[] {bytes[3], '\n'}, 2, terminal);
        assertThat(text).hasToString("a设");
    }

    @Test
    void onlyAsciiIsTypedUntilTheDeviceHasShownWhatItHas() {
        assertThat(typedAfter("sw1>", StandardCharsets.US_ASCII)).isEqualTo(StandardCharsets.US_ASCII);
        assertThat(typedAfter("设备>", StandardCharsets.UTF_8)).isEqualTo(StandardCharsets.UTF_8);
        assertThat(typedAfter("设备>", Charset.forName("GBK"))).isEqualTo(Charset.forName("GB18030"));
        assertThat(typedAfter("Café>", StandardCharsets.ISO_8859_1)).isEqualTo(StandardCharsets.ISO_8859_1);
    }

    private static Charset typedAfter(String text, Charset charset) {
        TextDecoder decoder = new TextDecoder(DeviceCharset.AUTO);
        byte[] bytes = text.getBytes(charset);
        decoder.decode(bytes, bytes.length, new Terminal(511, (line, ended) -> {}));
        return decoder.typed();
    }

    @Test
    void itIsCalledAuto() {
        assertThat(DeviceCharset.named("auto")).isSameAs(DeviceCharset.AUTO);
        assertThat(DeviceCharset.nameOf(DeviceCharset.AUTO)).isEqualTo("auto");
        assertThat(DeviceCharset.named("gbk")).isEqualTo(Charset.forName("GBK"));
        assertThat(DeviceCharset.isKnown("Auto")).isTrue();
        assertThat(DeviceCharset.isKnown("klingon")).isFalse();
        assertThat(DeviceCharset.isKnown("not a name")).isFalse();
        assertThatThrownBy(() -> DeviceCharset.named("klingon")).isInstanceOf(UnsupportedCharsetException.class);
        assertThat(new String(EUROPEAN.getBytes(StandardCharsets.UTF_8), DeviceCharset.AUTO))
                .isEqualTo(EUROPEAN);
    }
}
