package io.jenkins.plugins.networkshell.engine.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainLinesTest {
    private final PlainLines plain = new PlainLines();

    @ParameterizedTest(name = "[{index}]")
    @CsvSource({
        // bytes, the lines that are found, where the next line begins, where the search stops
        "'one\\r\\ntwo\\r\\n', 'one\\ntwo\\n', 10, 10",
        "'one\\ntwo', 'one\\n', 4, 7",
        "'\\r\\n\\n', '\\n\\n', 3, 3",
        "'a\\tb  \\r\\n<sw1>', 'a\\tb  \\n', 7, 12",
        "'one\\ntw\\ro\\n', 'one\\n', 4, 6", // a carriage return that overwrites
        "'one\\r\\r\\n', '', 0, 3",
        "'one\\r', '', 0, 3", // the line feed may follow in the next bytes
        "'one\\n\\eA\\n', 'one\\n', 4, 4",
        "'one\\nt\\bwo\\n', 'one\\n', 4, 5",
        "'one\\nt\\0wo\\n', 'one\\n', 4, 5",
        "'one\\nt\\dwo\\n', 'one\\n', 4, 5",
        "'one\\ntwö\\n', 'one\\n', 4, 6",
        "'', '', 0, 0"
    })
    void findsLinesThatNeedNoTerminal(String bytes, String lines, int next, int stop) {
        byte[] given = unescaped("xx" + bytes).getBytes(StandardCharsets.UTF_8);

        assertThat(plain.find(given, 2, given.length)).isEqualTo(2 + next);
        assertThat(plain.text()).isEqualTo(unescaped(lines));
        assertThat(plain.stop()).isEqualTo(2 + stop);
    }

    /** Eight bytes are looked at together. */
    @Test
    void everyOtherByteIsFoundAtEveryPlace() {
        for (int value = 0; value < 256; value++) {
            boolean shown = value >= ' ' && value <= '~' || value == '\t' || value == '\n';
            for (int place = 0; place < 19; place++) {
                byte[] given = "~ abcdefghij klmno  \n".getBytes(StandardCharsets.US_ASCII);
                given[place] = (byte) value;

                plain.find(given, 0, given.length);

                assertThat(plain.stop()).as("%d at %d", value, place).isEqualTo(shown ? given.length : place);
            }
        }
    }

    @Test
    void theNextSearchForgetsTheLinesBefore() {
        byte[] one = "one\n".getBytes(StandardCharsets.US_ASCII);
        byte[] none = "two and more".getBytes(StandardCharsets.US_ASCII);
        plain.find(one, 0, one.length);

        assertThat(plain.find(none, 0, none.length)).isZero();
        assertThat(plain.text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "1, 5", "2, 4", "3, 0", "4, 0"})
    void findsTheStartOfTheLastLines(int count, int start) {
        assertThat(LineSink.startOfLast(count, "one\n\nxx\n")).isEqualTo(start);
    }

    @Test
    void aSinkOfSingleLinesTakesManyOneByOne() {
        List<String> taken = new ArrayList<>();
        LineSink sink = (text, ended) -> taken.add(text + (ended ? "$" : ""));

        sink.lines("one\n\n two \n");

        assertThat(taken).containsExactly("one$", "$", " two $");
    }

    private static String unescaped(String text) {
        return text.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\e", "\033")
                .replace("\\b", "\b")
                .replace("\\0", "\0")
                .replace("\\d", "\177");
    }
}
