package io.jenkins.plugins.networkshell.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> NAMES =
            List.of("host", "port", "username", "cisco_ios", "cisco_xr", "hp_comware");

    @ParameterizedTest
    @CsvSource({
        "hots,host",
        "Host,host",
        "usernam,username",
        "user_name,username",
        "cisco-ios,cisco_ios",
        "cisco_isо,cisco_ios",
        "comware,",
        "zzz,",
        "p,"
    })
    void findsWhatWasMeant(String name, String meant) {
        assertThat(NearestName.of(name, NAMES).orElse(null)).isEqualTo(meant);
    }
}
