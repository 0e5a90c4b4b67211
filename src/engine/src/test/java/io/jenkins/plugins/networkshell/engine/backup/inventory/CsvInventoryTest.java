package io.jenkins.plugins.networkshell.engine.backup.inventory;

import static io.jenkins.plugins.networkshell.engine.backup.inventory.Inventories.device;
import static io.jenkins.plugins.networkshell.engine.backup.inventory.Inventories.problems;
import static io.jenkins.plugins.networkshell.engine.backup.inventory.Inventories.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvInventoryTest {
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsWhatSpreadsheetsWrite(String separator) throws Exception {
        String text = "\uFEFFname,host,platform,groups,site,tags\r\n"
                + "core-sw1,10.0.0.1,huawei_vrp,core,\"Berlin, Mitte\",edge spare\r\n"
                + "\r\n"
                + "# a comment\r\n"
                + "br-rtr7,10.7.0.1,,\"branch routers\"\r\n";
        Inventory inventory =
                read(text.replace("Berlin, Mitte", "Berlin; Mitte").replace(",", separator));
        assertThat(inventory.format()).isEqualTo(InventoryFormat.CSV);
        Device core = device(inventory, "core-sw1");
        assertThat(core.site()).contains("Berlin; Mitte");
        assertThat(core.tags()).containsExactly("edge", "spare");
        Device branch = device(inventory, "br-rtr7");
        assertThat(branch.groups()).containsExactly("branch", "routers");
        assertThat(branch.platform()).isEqualTo("auto");
        assertThat(branch.settings().get(DeviceField.HOST)).hasToString("10.7.0.1 from devices.yaml, line 5 (device)");
    }

    @Test
    void aWrongHeaderIsRefusedWithASuggestion() {
        assertThat(problems("name,Host,plattform\na,b,c\n"))
                .satisfiesExactly(
                        host -> assertThat(host)
                                .startsWith("devices.yaml, line 1: 'Host' is not a known field (did you mean 'host'?)"),
                        platform -> assertThat(platform).contains("(did you mean 'platform'?)"));
    }

    @Test
    void tooManyCellsAreNotDropped() {
        assertThat(problems("name,host\na,10.0.0.1,x\n"))
                .containsExactly(
                        "devices.yaml, line 2: has 3 cells, and the header has 2; allowed: a cell for each column, "
                                + "with quotes around text that has the separator in it.");
    }

    @Test
    void everyWrongLineIsNamed() {
        assertThat(problems("name,port\na,0\nb,22\nc,ssh\na,22\n"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("devices.yaml, line 2: 'port' is \"0\""),
                        second -> assertThat(second).startsWith("devices.yaml, line 4: 'port' is \"ssh\""),
                        third -> assertThat(third)
                                .startsWith("devices.yaml, line 5: 'device' is a second device \"a\""));
    }
}
