package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.Origin;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.text.Position;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Converts NetBox's devices: those that are active and have a primary address. Its other entries (panels, power strips,
 * planned devices) have no configuration. The role becomes a group.
 */
final class NetBoxDevice {
    private static final String LEVEL = "device";

    private final Source source;
    private final Reading reading;
    private final PlatformNames platforms;
    private int inactive;
    private int withoutAddress;
    private int withoutName;

    NetBoxDevice(Source source, Reading reading) {
        this.source = source;
        this.reading = reading;
        platforms = new PlatformNames("netbox", reading);
    }

    /** A device in either export format; missing values are empty texts. */
    record Listed(
            String name, String address, String status, String platform, String site, String role, List<String> tags) {}

    void add(Listed listed, Position at) {
        if (!listed.status().isEmpty() && !listed.status().equalsIgnoreCase("active")) {
            inactive++;
        } else if (listed.address().isEmpty()) {
            withoutAddress++;
        } else if (listed.name().isEmpty()) {
            withoutName++;
        } else {
            addActive(listed, at);
        }
    }

    private void addActive(Listed listed, Position at) {
        int slash = listed.address().indexOf('/');
        String host = slash < 0 ? listed.address() : listed.address().substring(0, slash);
        Map<DeviceField, Setting> settings = new EnumMap<>(DeviceField.class);
        settings.put(DeviceField.HOST, setting(host, at));
        platforms.put(settings, listed.platform(), at, LEVEL);
        if (!listed.site().isEmpty()) {
            settings.put(DeviceField.SITE, setting(listed.site(), at));
        }
        List<Setting> groups = new ArrayList<>();
        if (!listed.role().isEmpty()) {
            groups.add(setting(listed.role(), at));
            reading.draft().label(listed.role(), at);
        }
        List<Setting> tags = listed.tags().stream().map(tag -> setting(tag, at)).toList();
        reading.draft()
                .entries()
                .add(new Draft.Entry(
                        LEVEL,
                        at,
                        setting(listed.name(), at),
                        source.defaults(),
                        groups,
                        new Draft.Values(settings, tags),
                        Ranges.NONE));
    }

    private static Setting setting(String text, Position at) {
        return new Setting(text, Origin.of(at, LEVEL));
    }

    void report() {
        platforms.report(source);
        leftOut(inactive, "not active");
        leftOut(withoutAddress, "without a primary address");
        leftOut(withoutName, "without a name");
    }

    private void leftOut(int count, String why) {
        if (count > 0) {
            reading.notice(source.name() + ": " + count + (count == 1 ? " device" : " devices") + " " + why
                    + (count == 1 ? " was" : " were") + " left out.");
        }
    }
}
