package io.jenkins.plugins.networkshell.backup.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.Origin;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How devices are divided among agents. */
class DeviceSplitTest {
    private static final Origin HERE = Origin.of(new Position("test", 0), "device");

    private static Device device(String name, String site) {
        Map<DeviceField, Setting> settings =
                site == null ? Map.of() : Map.of(DeviceField.SITE, new Setting(site, HERE));
        return Device.of(new Setting(name, HERE), settings, List.of(), List.of());
    }

    private static List<String> sizes(List<List<Device>> split) {
        return split.stream().map(part -> String.valueOf(part.size())).toList();
    }

    @Test
    void evenly() {
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            devices.add(device("d" + i, "same"));
        }
        List<List<Device>> split = DeviceSplit.of(devices, false, 3);
        assertThat(sizes(split)).containsExactly("4", "3", "3");
        assertThat(split.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(devices);
    }

    @Test
    void noPartIsEmpty() {
        assertThat(DeviceSplit.of(List.of(device("a", null)), false, 5)).hasSize(1);
    }

    @Test
    void aSiteStaysTogetherAndDevicesWithoutOneFillUp() {
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            devices.add(device("small" + i, null));
        }
        for (int i = 0; i < 6; i++) {
            devices.add(device("berlin" + i, "berlin"));
        }
        devices.add(device("rome", "rome"));
        devices.add(device("rome2", "rome"));
        List<List<Device>> split = DeviceSplit.of(devices, true, 2);
        assertThat(sizes(split)).containsExactly("6", "6");
        assertThat(split.get(0)).allMatch(device -> device.name().startsWith("berlin"));
    }
}
