package io.jenkins.plugins.networkshell.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.Origin;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.backup.inventory.Inventory;
import io.jenkins.plugins.networkshell.engine.text.Position;
import java.util.EnumMap;
import java.util.Map;

/** Default values for devices of an inventory. */
public final class DeviceDefaults {
    private final Map<DeviceField, Setting> values = new EnumMap<>(DeviceField.class);

    /**
     * @param value checked; null for none
     * @param where the value comes from
     */
    public DeviceDefaults with(DeviceField field, String value, String where) {
        if (value != null) {
            values.put(field, new Setting(value, Origin.of(new Position(where, 0), "default")));
        }
        return this;
    }

    public Inventory of(Inventory inventory) {
        return new Inventory(
                inventory.format(), inventory.devices().stream().map(this::of).toList(), inventory.notices());
    }

    private Device of(Device device) {
        Map<DeviceField, Setting> settings = new EnumMap<>(values);
        settings.putAll(device.settings());
        return Device.of(device.nameSetting(), settings, device.groupSettings(), device.tagSettings());
    }
}
