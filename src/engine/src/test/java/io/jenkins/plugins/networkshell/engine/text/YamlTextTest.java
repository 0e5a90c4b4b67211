package io.jenkins.plugins.networkshell.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

class YamlTextTest {
    private static final int LIMIT = 1 << 20;

    private static Node parse(String text) throws MalformedTextException {
        return YamlText.parse("devices.yaml", text, LIMIT).orElseThrow();
    }

    private static Map<String, YamlText.Field> fields(String text) throws MalformedTextException {
        return YamlText.fields("devices.yaml", (MappingNode) parse(text), "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: x        | a text
            a: 'x'      | a text
            a: no       | a text
            a: on       | a text
            a: 12       | a number
            a: 1.5      | a number
            a: true     | true or false
            a:          | empty
            a: []       | a list
            a: {b: c}   | a group of fields
            """)
    void saysWhatAValueIs(String text, String kind) throws Exception {
        assertThat(YamlText.kind(fields(text).get("a").value())).isEqualTo(kind);
    }

    @Test
    void aFieldKnowsTheLineOfItsName() throws Exception {
        Map<String, YamlText.Field> fields = fields("# comment\na: 1\n\nb:\n  c: 2\n");
        assertThat(fields.get("a").at()).hasToString("devices.yaml, line 2");
        assertThat(fields.get("b").at().line()).isEqualTo(4);
        assertThat(YamlText.at("devices.yaml", fields.get("b").value()).line()).isEqualTo(5);
    }

    @Test
    void readsJson() throws Exception {
        assertThat(fields("{\n\t\"a\": \"b\\/c \\ud83d\\ude00\",\n\t\"d\": [1, {\"e\": null}]\n}")
                        .keySet())
                .containsExactly("a", "d");
    }

    @Test
    void jsonKnowsItsLinesAndKinds() throws Exception {
        Map<String, YamlText.Field> fields =
                fields("{\n\"a\": \"1\",\n\"b\": 1, \"c\": 1.5, \"d\": true,\n\"e\": null, \"f\": [], \"g\": {}}\n");
        assertThat(fields.values().stream().map(field -> YamlText.kind(field.value())))
                .containsExactly(
                        "a text", "a number", "a number", "true or false", "empty", "a list", "a group of fields");
        assertThat(fields.get("a").at()).hasToString("devices.yaml, line 2");
        assertThat(YamlText.at("devices.yaml", fields.get("g").value()).line()).isEqualTo(4);
    }

    @Test
    void jsonWithAMistakeIsToldWithItsLine() {
        assertThatThrownBy(() -> parse("{\n\"a\": \"b\" \"c\": 1\n}"))
                .isInstanceOf(MalformedTextException.class)
                .hasMessageStartingWith("devices.yaml, line 2: is neither valid JSON nor YAML: ");
        assertThatThrownBy(() -> fields("{\"a\": 1,\n\"a\": 2}"))
                .hasMessage("devices.yaml, line 2: 'a' is there twice (first in line 1); allowed: each field once.");
    }

    @Test
    void aTextWithoutAnythingIsEmpty() throws Exception {
        assertThat(YamlText.parse("x", "# nothing\n", LIMIT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'a: 1\nb: 2\na: 3'        | devices.yaml, line 3: 'a' is there twice (first in line 1); allowed: each field once.
            'a: 1\n---\nb: 2'         | devices.yaml, line 2: is followed by a second document; allowed: one document in a file.
            'a: &x [1]\nb: *x'        | devices.yaml, line 2: has an alias (*x); allowed: the value itself, written out.
            """)
    void oneSentenceForEachMistake(String text, String message) {
        assertThatThrownBy(() -> fields(text.replace("\\n", "\n")))
                .isInstanceOf(MalformedTextException.class)
                .hasMessage(message);
    }

    @Test
    void namesTheLineOfASyntaxError() {
        assertThatThrownBy(() -> parse("a: 1\nb: [1,\nc: }"))
                .isInstanceOf(MalformedTextException.class)
                .hasMessageStartingWith("devices.yaml, line 3: is not valid YAML: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aDeepNestDoesNotExhaustTheStack() {
        assertThatThrownBy(() -> parse("[".repeat(500_000)))
                .isInstanceOf(MalformedTextException.class)
                .hasMessageContaining("nested too deep");
    }

    @Test
    void anExpandingTextIsRefused() {
        assertThatThrownBy(() -> parse("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"))
                .isInstanceOf(MalformedTextException.class)
                .hasMessageContaining("line 2: has an alias (*a)");
    }

    @Test
    void tooBigATextIsRefusedUnread() {
        assertThatThrownBy(() -> YamlText.parse("x", "a".repeat(11), 10)).hasMessageStartingWith("x: is too big");
    }
}
