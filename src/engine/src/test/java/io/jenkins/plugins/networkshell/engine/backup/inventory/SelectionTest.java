package io.jenkins.plugins.networkshell.engine.backup.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private static final String INVENTORY = """
            groups:
              branch: {}
              small: {groups: [branch]}
            devices:
              - {name: core-1, platform: huawei_vrp, site: Berlin, tags: [edge]}
              - {name: core-2, platform: huawei_vrp, site: Bonn}
              - {name: br-1, platform: cisco_ios, site: Bonn, groups: [branch], tags: [edge]}
              - {name: br-2, site: Bonn, groups: [small]}
            """;

    private static String chosen(String only, String except) throws Exception {
        return Inventories.read(INVENTORY).select(Selection.of(list(only), list(except))).devices().stream()
                .map(Device::name)
                .collect(Collectors.joining(" "));
    }

    private static List<String> list(String options) {
        return options == null ? List.of() : Arrays.asList(options.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        ",,core-1 core-2 br-1 br-2",
        "core-1,,core-1",
        "CORE-1,,core-1",
        "core-*,,core-1 core-2",
        "branch,,br-1 br-2",
        "branch core-1,,core-1 br-1 br-2",
        "'br-1,core-2',,core-2 br-1",
        "name:br-?,,br-1 br-2",
        "group:small,,br-2",
        "tag:edge,,core-1 br-1",
        "platform:cisco_ios,,br-1",
        "platform:auto,,br-2",
        "site:bonn,,core-2 br-1 br-2",
        "site:bonn&tag:edge,,br-1",
        "'site:berlin,site:bonn&group:small',,core-1 br-2",
        ",branch,core-1 core-2",
        "site:bonn,br-2,core-2 br-1",
        ",site:bonn&tag:edge,core-1 core-2 br-2"
    })
    void chooses(String only, String except, String devices) throws Exception {
        assertThat(chosen(only, except)).isEqualTo(devices);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            brnch      | --only: "brnch" is for no device: the inventory has no such device or group (did you mean 'branch'?); allowed:
            site:Born  | --only: "site:Born" is for no device: the inventory has no such site (did you mean 'Bonn'?); allowed:
            tag:x*     | --only: "tag:x*" is for no device: the inventory has no such tag; allowed:
            site:      | --only: "site:" names nothing; allowed: a device, a group, or name:
            """)
    void saysWhatIsNotThere(String only, String message) {
        assertThatThrownBy(() -> chosen(only, null)).hasMessageStartingWith(message);
    }

    @Test
    void aMisspeltExceptionIsNotIgnored() {
        assertThatThrownBy(() -> chosen(null, "core-3"))
                .hasMessageStartingWith("--except: \"core-3\" is for no device");
    }
}
