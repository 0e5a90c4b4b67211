package io.jenkins.plugins.networkshell.engine.backup.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrinkageTest {
    @ParameterizedTest
    @CsvSource({
        "100, 51, false",
        "100, 50, true",
        "100, 1, true",
        "100, 100, false",
        "100, 300, false",
        "0, 0, false",
        "0, 5, false"
    })
    void halfOrMoreIsHeldBack(int before, int now, boolean held) {
        assertThat(Shrinkage.DEFAULT.suspicion(lines(before), lines(now)).isPresent())
                .isEqualTo(held);
    }

    @Test
    void theSentenceSaysHowMuch() {
        assertThat(Shrinkage.DEFAULT.suspicion(lines(100), lines(10)))
                .contains("The configuration shrank by 90 %, from 100 to 10 lines.");
    }

    @Test
    void theLimitCanBeSet() {
        assertThat(new Shrinkage(0.1).suspicion(lines(100), lines(90))).isPresent();
        assertThat(new Shrinkage(0.9).suspicion(lines(100), lines(11))).isEmpty();
        assertThat(Shrinkage.OFF.suspicion(lines(100), lines(0))).isEmpty();
        assertThatThrownBy(() -> new Shrinkage(0)).hasMessageContaining("must be more than 0");
    }

    private static List<String> lines(int count) {
        return Collections.nCopies(count, "interface 1");
    }
}
