package io.jenkins.plugins.networkshell.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1 s",
        "1499, 1.5 s",
        "90000, 90 s",
        "119900, 119.9 s",
        "120000, 2 min",
        "148700, 2 min 29 s",
        "303000, 5 min 3 s",
        "179600, 3 min",
        "3540000, 59 min",
        "3600000, 60 min",
        "3903400, 1 h 5 min",
        "9000000, 2 h 30 min",
        "7200000, 2 h"
    })
    void areWrittenForPeople(long millis, String text) {
        assertThat(Durations.text(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"250ms, 250", "30s, 30000", "10 min, 600000", "1H30m, 5400000"})
    void areRead(String text, long millis) {
        assertThat(Durations.parse(text)).contains(Duration.ofMillis(millis));
        assertThat(Durations.parse(Durations.compact(Duration.ofMillis(millis))))
                .contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"''", "0s", "5", "-1s", "1s2", "3d"})
    void nothingElseIsRead(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
