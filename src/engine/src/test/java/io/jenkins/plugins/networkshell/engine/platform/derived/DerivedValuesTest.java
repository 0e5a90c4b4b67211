package io.jenkins.plugins.networkshell.engine.platform.derived;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivedValuesTest {
    private final DerivedValues values = new DerivedValues();

    @Test
    void valuesOfOneTypeAreToldApart() {
        Derivation<String, Integer> length = new Derivation<>(String::length);
        Derivation<String, Integer> first = new Derivation<>(definition -> (int) definition.charAt(0));

        assertThat(values.get(length, "abc")).isEqualTo(3);
        assertThat(values.get(first, "abc")).isEqualTo('a');
        assertThat(values.get(length, "abc")).isEqualTo(3);
    }

    @Test
    void eachIsComputedOnceAlsoFromAnotherOne() {
        List<String> computed = new ArrayList<>();
        Derivation<String, Integer> length = new Derivation<>(definition -> {
            computed.add("length");
            return definition.length();
        });
        Derivation<String, Integer> twice = new Derivation<>(definition -> {
            computed.add("twice");
            return 2 * values.get(length, definition);
        });

        assertThat(values.get(twice, "abc")).isEqualTo(6);
        assertThat(values.get(twice, "abc")).isEqualTo(6);
        assertThat(values.get(length, "abc")).isEqualTo(3);
        assertThat(computed).containsExactly("twice", "length");
    }
}
