package io.jenkins.plugins.networkshell.engine.backup.inventory;

import static io.jenkins.plugins.networkshell.engine.backup.inventory.Inventories.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterDbTest {
    private static String summary(Inventory inventory) {
        return inventory.devices().stream()
                .map(device -> device.name() + " " + device.host() + " " + device.platform())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sw1.example.net:ios\\nsw2:vrp                          | sw1.example.net sw1.example.net cisco_ios, sw2 sw2 huawei_vrp
            sw1:10.0.0.1:ios\\nsw2:10.0.0.2:vrp                    | sw1 10.0.0.1 cisco_ios, sw2 10.0.0.2 huawei_vrp
            sw1:ios:10.0.0.1:core\\nsw2:vrp:10.0.0.2:edge          | sw1 10.0.0.1 cisco_ios, sw2 10.0.0.2 huawei_vrp
            # all\\n\\nsw1:ios:admin:hunter2\\nsw2:vrp:admin:hunter2 | sw1 sw1 cisco_ios, sw2 sw2 huawei_vrp
            10.0.0.1;ios;up\\n10.0.0.2;acme;up                     | 10.0.0.1 10.0.0.1 cisco_ios, 10.0.0.2 10.0.0.2 auto
            """)
    void tellsTheColumnsFromTheirContent(String text, String devices) throws Exception {
        Inventory inventory = read(text.replace("\\n", "\n") + "\n");
        assertThat(inventory.format()).isEqualTo(InventoryFormat.OXIDIZED);
        assertThat(summary(inventory)).isEqualTo(devices);
        assertThat(inventory.toString()).doesNotContain("hunter2").doesNotContain("admin");
    }

    @Test
    void saysWhichColumnsAreNotRead() throws Exception {
        assertThat(read("sw1:ios:admin:hunter2\nsw2:ios:admin:hunter2\n").notices())
                .containsExactly(
                        "devices.yaml: column 3, 4 is not read; credentials are given apart from the inventory.");
    }

    @Test
    void aNamedFormatIsNotGuessed() throws Exception {
        Inventory inventory = InventoryReader.untrusted(PlatformCatalog.builtIn())
                .format(InventoryFormat.OXIDIZED)
                .read("router.db", "sw1:ios\n", InventoryFiles.NONE);
        assertThat(summary(inventory)).isEqualTo("sw1 sw1 cisco_ios");
    }
}
