package io.jenkins.plugins.networkshell.engine.backup.inventory;

import static io.jenkins.plugins.networkshell.engine.backup.inventory.Inventories.device;
import static io.jenkins.plugins.networkshell.engine.backup.inventory.Inventories.problems;
import static io.jenkins.plugins.networkshell.engine.backup.inventory.Inventories.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetBoxTest {
    /** The form of an answer of NetBox 4's API. */
    private static final String JSON = """
            {"count": 4, "next": null, "previous": null, "results": [
              {"id": 1, "url": "https://netbox.example/api/dcim/devices/1/", "name": "dmi01-rtr01",
               "device_type": {"id": 6, "manufacturer": {"name": "Cisco"}, "model": "ISR 1111", "slug": "isr1111"},
               "role": {"id": 1, "name": "Router", "slug": "router"}, "tenant": null,
               "platform": {"id": 1, "name": "Cisco IOS", "slug": "cisco-ios"},
               "site": {"id": 2, "name": "DM-Akron", "slug": "dm-akron"},
               "status": {"value": "active", "label": "Active"},
               "primary_ip": {"id": 9, "family": {"value": 4}, "address": "172.16.0.1/24"},
               "primary_ip4": {"id": 9, "address": "172.16.0.1/24"}, "primary_ip6": null,
               "tags": [{"id": 1, "name": "Edge", "slug": "edge"}], "custom_fields": {"a": [1, {"b": null}]}},
              {"id": 2, "name": "v6", "status": {"value": "active"}, "role": null, "platform": null, "site": null,
               "primary_ip4": null, "primary_ip6": {"address": "2001:db8::5/64"}, "tags": []},
              {"id": 3, "name": "panel", "status": {"value": "active"}, "primary_ip": null, "primary_ip4": null},
              {"id": 4, "name": "old", "status": {"value": "offline"}, "primary_ip4": {"address": "172.16.0.9/24"}}
            ]}
            """;

    private static final String CURRENT_VIEW = """
            Name,Status,Tenant,Site,Location,Rack,Role,Manufacturer,Type,IP Address,Platform,Tags
            dmi01-rtr01,Active,Dunder,DM-Akron,,Comms,Router,Cisco,ISR 1111,172.16.0.1/24,Cisco IOS,"Edge,Spare"
            panel,Active,Dunder,DM-Akron,,Comms,Panel,Acme,P48,,,
            """;

    private static final String ALL_DATA = """
            name,device_role,tenant,manufacturer,device_type,platform,serial,asset_tag,status,site,primary_ip4,primary_ip6,tags
            dmi01-rtr01,router,dunder,cisco,isr1111,cisco-ios,FX1,,active,dm-akron,172.16.0.1/24,2001:db8::1/64,edge
            """;

    @Test
    void readsTheAnswerOfTheApi() throws Exception {
        Inventory inventory = read(JSON);
        assertThat(inventory.format()).isEqualTo(InventoryFormat.NETBOX_JSON);
        assertThat(inventory.devices()).extracting(Device::name).containsExactly("dmi01-rtr01", "v6");
        Device router = device(inventory, "dmi01-rtr01");
        assertThat(router.host()).isEqualTo("172.16.0.1");
        assertThat(router.platform()).isEqualTo("cisco_ios");
        assertThat(router.site()).contains("dm-akron");
        assertThat(router.groups()).containsExactly("router");
        assertThat(router.tags()).containsExactly("edge");
        assertThat(router.nameSetting().origin().at()).hasToString("devices.yaml, line 2");
        assertThat(device(inventory, "v6").host()).isEqualTo("2001:db8::5");
        assertThat(inventory.notices())
                .containsExactly(
                        "devices.yaml: 1 device not active was left out.",
                        "devices.yaml: 1 device without a primary address was left out.");
    }

    @Test
    void readsAListOfDevices() throws Exception {
        String list = JSON.substring(JSON.indexOf('['), JSON.lastIndexOf(']') + 1);
        assertThat(read(list).devices()).hasSize(2);
        assertThat(read(list.replace("\n", "").replace("  ", "\t")).devices()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {CURRENT_VIEW, ALL_DATA})
    void readsBothExports(String text) throws Exception {
        Inventory inventory = read(text);
        assertThat(inventory.format()).isEqualTo(InventoryFormat.NETBOX_CSV);
        Device router = device(inventory, "dmi01-rtr01");
        assertThat(router.host()).isEqualTo("172.16.0.1");
        assertThat(router.platform()).isEqualTo("cisco_ios");
        assertThat(router.site().orElseThrow()).isEqualToIgnoringCase("dm-akron");
        assertThat(router.groups().get(0)).isEqualToIgnoringCase("router");
        assertThat(router.tags().get(0)).isEqualToIgnoringCase("edge");
        assertThat(inventory.devices()).hasSize(1);
    }

    @Test
    void oneOfSeveralPagesIsNotTakenForAll() {
        assertThat(problems(JSON.replace("\"next\": null", "\"next\": \"https://netbox.example/?offset=50\"")))
                .singleElement()
                .asString()
                .contains("'next' says that there are more devices than these; allowed: the whole list");
    }
}
