package io.jenkins.plugins.networkshell.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands may be sent before the prompt of the one before has come. */
class HarmlessCommandsTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();

    private static Platform.TypeAhead of(String platform) {
        return CATALOG.find(platform).orElseThrow().session().typeAhead();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show clock",
                "sh ver",
                "SHOW  ip  route",
                "sho run | i hostname",
                "show run | include a | exclude b",
                "dir flash:"
            })
    void theseOnlyShow(String command) {
        assertThat(of("cisco_ios").takes(command)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "reload",
                "configure terminal",
                "s",
                "showing",
                "shutdown",
                "show tech-support",
                "sh tech",
                "show run | redirect flash:x",
                "show run | append flash:x",
                "show run | include a | tee flash:x",
                "show run > flash:x",
                "show clock ; reload",
                "show clock\nreload",
                "do show clock",
                "more flash:x"
            })
    void theseMayDoMore(String command) {
        assertThat(of("cisco_ios").takes(command)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "huawei_vrp, dis cur, true",
        "huawei_vrp, display diagnostic-information, false",
        "huawei_vrp, reset counters interface, false",
        "hp_comware, display diag, false",
        "hp_comware, display device, true",
        "juniper_junos, show configuration | display set | no-more, true",
        "juniper_junos, show configuration | save x, false",
        "juniper_junos, request system reboot, false",
        "frr, show running-config, true",
        "linux, uname -a, false",
        "vyos, show version, false"
    })
    void eachPlatformHasItsOwn(String platform, String command, boolean harmless) {
        assertThat(of(platform).takes(command)).isEqualTo(harmless);
    }

    @Test
    void whoTakesThemSaysWhatThatWasCheckedAgainst() {
        List<Platform> taking = CATALOG.names().stream()
                .map(name -> CATALOG.find(name).orElseThrow())
                .filter(platform -> platform.session().typeAhead().kept())
                .toList();
        assertThat(taking).hasSizeGreaterThanOrEqualTo(10).allSatisfy(platform -> {
            assertThat(platform.session().typeAhead().checked()).isNotNull();
            assertThat(platform.session().typeAhead().harmless().commands()).isNotEmpty();
            assertThat(platform.paging().off()).isNotEmpty();
        });
    }
}
