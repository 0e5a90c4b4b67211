package io.jenkins.plugins.networkshell.engine.backup.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The supported formats of inventories. */
public enum InventoryFormat {
    YAML("yaml"),
    CSV("csv"),
    ANSIBLE_YAML("ansible-yaml"),
    ANSIBLE_INI("ansible-ini"),
    /** The output of NetBox's API and export for devices. */
    NETBOX_JSON("netbox-json"),
    NETBOX_CSV("netbox-csv"),
    /** Oxidized's {@code router.db}. */
    OXIDIZED("oxidized");

    private final String formatName;

    InventoryFormat(String formatName) {
        this.formatName = formatName;
    }

    /** The name that users write. */
    public String formatName() {
        return formatName;
    }

    public static Optional<InventoryFormat> of(String formatName) {
        return Arrays.stream(values())
                .filter(format -> format.formatName.equals(formatName))
                .findFirst();
    }

    public static List<String> formatNames() {
        return Arrays.stream(values()).map(InventoryFormat::formatName).toList();
    }
}
