package io.jenkins.plugins.networkshell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "250ms,250",
        "30s,30000",
        "10m,600000",
        "10 min,600000",
        "1h30m,5400000",
        "' 1H ',3600000",
        "1m 5s,65000"
    })
    void reads(String text, long millis) {
        assertEquals(Duration.ofMillis(millis), DurationText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "0s", "-1s", "1.5s", "1d", "30s x", "x 30s", "99999999h", "99999999999s"})
    void refuses(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> DurationText.parse(text));
        assertTrue(e.getMessage().contains("1h30m"), e.getMessage());
    }

    @Test
    void writesWhatItReads() {
        assertEquals("1h30m", DurationText.format(Duration.ofMinutes(90)));
        assertEquals("1s500ms", DurationText.format(Duration.ofMillis(1500)));
        assertEquals(
                Duration.ofMillis(3_723_004), DurationText.parse(DurationText.format(Duration.ofMillis(3_723_004))));
    }
}
