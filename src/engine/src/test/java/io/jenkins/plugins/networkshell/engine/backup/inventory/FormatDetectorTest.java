package io.jenkins.plugins.networkshell.engine.backup.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatDetectorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            devices: [a]                                   | YAML
            ---\\ndevices: [a]                              | YAML
            {"devices": ["a"]}                             | YAML
            # x\\n\\ngroups: {}\\ndevices: [a]                | YAML
            name,host\\na,b                                 | CSV
            host;platform\\na;ios                           | CSV
            all: {hosts: {a: }}                            | ANSIBLE_YAML
            core:\\n  hosts:\\n    a:                         | ANSIBLE_YAML
            [core]\\na                                      | ANSIBLE_INI
            [core:children]\\nb\\n[b]\\na                     | ANSIBLE_INI
            a ansible_host=10.0.0.1                        | ANSIBLE_INI
            a\\nb.example.net                               | ANSIBLE_INI
            [{"name": "a", "primary_ip4": null}]           | NETBOX_JSON
            [ {"name": "a"} ]                              | NETBOX_JSON
            {"count": 0, "results": []}                    | NETBOX_JSON
            Name,Status,Type\\na,Active,x                   | NETBOX_CSV
            name,device_type\\na,x                          | NETBOX_CSV
            a:ios                                          | OXIDIZED
            a.example.net:vrp:10.0.0.1                     | OXIDIZED
            """)
    void tellsTheFormatFromTheContent(String text, InventoryFormat format) throws Exception {
        assertThat(Inventories.read(text.replace("\\n", "\n") + "\n").format()).isEqualTo(format);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> Inventories.read("# nothing\n\n"))
                .hasMessage("devices.yaml: is empty; allowed: at least one device.");
    }
}
