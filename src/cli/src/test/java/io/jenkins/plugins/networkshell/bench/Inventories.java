package io.jenkins.plugins.networkshell.bench;

import io.jenkins.plugins.networkshell.engine.backup.credential.CredentialTable;
import io.jenkins.plugins.networkshell.engine.backup.inventory.Inventory;
import io.jenkins.plugins.networkshell.engine.backup.inventory.InventoryFiles;
import io.jenkins.plugins.networkshell.engine.backup.inventory.InventoryReader;
import io.jenkins.plugins.networkshell.engine.backup.inventory.Selection;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long an inventory of 4,000 devices takes: read, checked, selected from and bound to credentials. */
final class Inventories {
    private static final int DEVICES = 4_000;
    private static final Duration ALLOWED = Duration.ofSeconds(1);

    private Inventories() {}

    static List<Row> measure() throws Exception {
        PlatformCatalog catalog = PlatformCatalog.builtIn();
        catalog.find("cisco_ios");
        List<Row> rows = new ArrayList<>();
        rows.add(row("YAML, the first file of the process", yaml(), catalog));
        rows.add(row("YAML", yaml(), catalog));
        rows.add(row("CSV", csv(), catalog));
        rows.add(row("Ansible's INI", ini(), catalog));
        rows.add(row("NetBox's JSON", json(), catalog));
        return rows;
    }

    private static Row row(String format, String text, PlatformCatalog catalog) throws Exception {
        CredentialTable credentials = CredentialTable.parse(
                "credentials", "credentials: [{hosts: 10.0.0.0/8, username: backup, passwordEnv: NET_PASSWORD}]");
        long start = processorNanos();
        Inventory inventory = InventoryReader.untrusted(catalog)
                .read("inventory", text, InventoryFiles.NONE)
                .select(Selection.of(List.of("*"), List.of("d17")))
                .bind(credentials);
        long millis = (processorNanos() - start) / 1_000_000;
        if (inventory.devices().size() != DEVICES - 1
                || !inventory.withoutCredential().isEmpty()) {
            throw new IllegalStateException("The inventory was not read as it is.");
        }
        return new Row(
                "an inventory of 4,000 devices, " + format + " (" + text.length() / 1024 + " KB)",
                millis + " ms of one processor",
                ALLOWED.toMillis() + " ms allowed",
                (double) millis / ALLOWED.toMillis(),
                "≤ 1");
    }

    /** Of this thread, which does it all: other work on the machine does not count. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String address(int i) {
        return "10.0." + i / 250 + "." + (i % 250 + 1);
    }

    private static String yaml() {
        StringBuilder text = new StringBuilder("defaults: {platform: huawei_vrp}\ngroups:\n");
        for (int i = 0; i < 100; i++) {
            text.append("  g" + i + ": {site: s" + i + ", tags: [a, b]}\n");
        }
        text.append("devices:\n");
        for (int i = 0; i < DEVICES; i++) {
            text.append("  - {name: d" + i + ", host: " + address(i) + ", groups: [g" + i % 100 + "], tags: [t" + i % 7
                    + "]}\n");
        }
        return text.toString();
    }

    private static String csv() {
        StringBuilder text = new StringBuilder("name,host,platform,site,groups,tags\n");
        for (int i = 0; i < DEVICES; i++) {
            text.append("d" + i + "," + address(i) + ",cisco_ios,s" + i % 50 + ",g" + i % 100 + ",a b\n");
        }
        return text.toString();
    }

    private static String ini() {
        StringBuilder text = new StringBuilder("[network:children]\n");
        for (int i = 0; i < 100; i++) {
            text.append("g" + i + "\n");
        }
        text.append("[network:vars]\nansible_network_os=cisco.ios.ios\n");
        for (int i = 0; i < DEVICES; i++) {
            text.append(i % 40 == 0 ? "[g" + i / 40 + "]\n" : "")
                    .append("d" + i + " ansible_host=" + address(i) + " site=s1\n");
        }
        return text.toString();
    }

    private static String json() {
        List<String> devices = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            devices.add(String.format(Locale.ROOT, """
                    {"id": %1$d, "url": "https://netbox.example.net/api/dcim/devices/%1$d/", "display": "d%1$d", "name": "d%1$d",
                     "device_type": {"id": 6, "url": "https://netbox.example.net/api/dcim/device-types/6/", "display": "ISR 1111",
                       "manufacturer": {"id": 3, "display": "Cisco", "name": "Cisco", "slug": "cisco"}, "model": "ISR 1111"},
                     "role": {"id": 1, "display": "Router", "name": "Router", "slug": "router", "description": ""},
                     "tenant": {"id": 5, "display": "Example", "name": "Example", "slug": "example"}, "serial": "FX%1$d",
                     "platform": {"id": 1, "display": "Cisco IOS", "name": "Cisco IOS", "slug": "cisco-ios"},
                     "site": {"id": 2, "display": "Berlin", "name": "Berlin", "slug": "berlin"}, "location": null, "rack": null,
                     "position": null, "face": null, "status": {"value": "active", "label": "Active"}, "airflow": null,
                     "primary_ip": {"id": 9, "family": {"value": 4, "label": "IPv4"}, "address": "%2$s/24"},
                     "primary_ip4": {"id": 9, "family": {"value": 4, "label": "IPv4"}, "address": "%2$s/24"}, "primary_ip6": null,
                     "oob_ip": null, "cluster": null, "virtual_chassis": null, "comments": "", "config_template": null,
                     "local_context_data": null, "tags": [{"id": 1, "name": "Edge", "slug": "edge", "color": "ffffff"}],
                     "custom_fields": {"contract": null, "owner": "net"}, "created": "2025-01-01T00:00:00Z"}""", i, address(i)));
        }
        return "{\"count\": 4000, \"next\": null, \"previous\": null, \"results\": [" + String.join(",\n", devices)
                + "]}";
    }
}
