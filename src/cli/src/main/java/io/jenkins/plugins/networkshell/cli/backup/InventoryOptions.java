package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.backup.inventory.Inventory;
import io.jenkins.plugins.networkshell.engine.backup.inventory.InventoryFormat;
import io.jenkins.plugins.networkshell.engine.backup.inventory.InventoryReader;
import io.jenkins.plugins.networkshell.engine.backup.inventory.Selection;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that select devices. */
final class InventoryOptions {
    @Option(
            names = "--inventory",
            paramLabel = "FILE",
            description = "The devices: YAML or CSV, Ansible's YAML or INI, NetBox's export, or Oxidized's router.db.")
    private Path file;

    @Option(
            names = "--inventory-format",
            paramLabel = "FORMAT",
            description =
                    "yaml, csv, ansible-yaml, ansible-ini, netbox-json, netbox-csv or oxidized. Default: told from the"
                            + " content.")
    private String format;

    @Option(
            names = "--untrusted",
            description = "Others can write to the inventory: it can't name credentials, weaken the host key check, use"
                    + " environment variables or include files outside of its folder.")
    private boolean untrusted;

    @Option(
            names = "--only",
            paramLabel = "CHOICE",
            description =
                    "Only these: a device, a group, or name:, group:, tag:, platform: or site: with a name. Commas"
                            + " mean or, & means and, * is any text. May be repeated.")
    private List<String> only = List.of();

    @Option(names = "--except", paramLabel = "CHOICE", description = "All except these devices, with the same syntax.")
    private List<String> except = List.of();

    /** @param variables the environment */
    Inventory read(PlatformCatalog catalog, Map<String, String> variables) throws NetworkShellException {
        if (file == null) {
            throw new BadInputException("No inventory was named; allowed: --inventory FILE.");
        }
        InventoryReader reader =
                untrusted ? InventoryReader.untrusted(catalog) : InventoryReader.trusted(catalog, variables);
        if (format != null) {
            reader = reader.format(InventoryFormat.of(format)
                    .orElseThrow(() -> new BadInputException("The value '" + format
                            + "' of --inventory-format is not known; allowed: "
                            + String.join(", ", InventoryFormat.formatNames()) + ".")));
        }
        Inventory inventory = reader.read(file).select(Selection.of(only, except));
        if (inventory.devices().isEmpty()) {
            throw new BadInputException("The inventory " + file + " has no device that is chosen.");
        }
        return inventory;
    }
}
