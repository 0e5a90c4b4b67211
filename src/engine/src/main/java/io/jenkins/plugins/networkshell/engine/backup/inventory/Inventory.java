package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.JumpHost;
import io.jenkins.plugins.networkshell.engine.backup.credential.CredentialTable;
import io.jenkins.plugins.networkshell.engine.backup.credential.DeviceCredential;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The devices of an inventory. Immutable and thread-safe.
 *
 * @param devices in the order of the file
 * @param notices for the user: parts of the file that were not used, one sentence each
 */
public record Inventory(InventoryFormat format, List<Device> devices, List<String> notices) {
    public Inventory {
        devices = List.copyOf(devices);
        notices = List.copyOf(notices);
    }

    /**
     * This inventory with only the devices that {@code selection} selects.
     *
     * @throws InventoryException if part of the selection matches no device
     */
    public Inventory select(Selection selection) throws InventoryException {
        return new Inventory(format, selection.choose(devices), notices);
    }

    /**
     * This inventory with credentials for its devices and jump hosts. A credential of the table overrides one of the
     * inventory. A jump host that no rule matches uses the credential that the inventory names for the device.
     */
    public Inventory bind(CredentialTable table) {
        List<Device> bound = new ArrayList<>(devices.size());
        for (Device device : devices) {
            Optional<CredentialReference> own = DeviceCredential.of(device);
            List<JumpHost> jumps = device.jumps().stream()
                    .map(jump -> jump.withCredential(table.find(jump.host(), jump.username())
                            .or(() -> own.map(shared -> shared.withUsername(
                                    jump.username().isEmpty() ? shared.username() : jump.username())))
                            .orElse(null)))
                    .toList();
            String username = device.value(DeviceField.USERNAME).orElse("");
            bound.add(device.withCredentials(
                    table.find(device.host(), username).or(() -> own).orElse(null), jumps));
        }
        return new Inventory(format, bound, notices);
    }

    /** The devices without a credential, to which no login is possible. */
    public List<Device> withoutCredential() {
        return devices.stream().filter(device -> device.credential().isEmpty()).toList();
    }
}
