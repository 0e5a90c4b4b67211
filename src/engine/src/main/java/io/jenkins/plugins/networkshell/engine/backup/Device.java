package io.jenkins.plugins.networkshell.engine.backup;

import io.jenkins.plugins.networkshell.engine.text.Position;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A device of an inventory, with the values of its groups and the defaults merged. Immutable, thread-safe and
 * serializable; holds no secrets.
 *
 * <p>Two devices with the same name are equal: names are unique in an inventory.
 */
public final class Device implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SSH_PORT = 22;

    /** The platform of a device that is recognised at login. */
    public static final String AUTO = "auto";

    private final Setting name;
    private final EnumMap<DeviceField, Setting> settings;

    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<Setting> groups;

    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<Setting> tags;

    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<JumpHost> jumps;

    private final CredentialReference credential;

    private Device(
            Setting name,
            EnumMap<DeviceField, Setting> settings,
            List<Setting> groups,
            List<Setting> tags,
            List<JumpHost> jumps,
            CredentialReference credential) {
        this.name = name;
        this.settings = settings;
        this.groups = List.copyOf(groups);
        this.tags = List.copyOf(tags);
        this.jumps = List.copyOf(jumps);
        this.credential = credential;
    }

    /**
     * A device whose values have been checked.
     *
     * @param settings the port a number, the jump hosts readable
     * @param groups all groups the device is in, including parent groups; a later one overrides
     */
    public static Device of(
            Setting name, Map<DeviceField, Setting> settings, List<Setting> groups, List<Setting> tags) {
        EnumMap<DeviceField, Setting> copy = new EnumMap<>(DeviceField.class);
        copy.putAll(settings);
        List<JumpHost> jumps = copy.containsKey(DeviceField.JUMP)
                ? JumpHost.parse(copy.get(DeviceField.JUMP).value()).orElseThrow()
                : List.of();
        return new Device(name, copy, groups, tags, jumps, null);
    }

    /** A device with only a name and a host. */
    public static Device of(String name, String host) {
        Origin origin = Origin.of(new Position("command", 0), "device");
        return of(new Setting(name, origin), Map.of(DeviceField.HOST, new Setting(host, origin)), List.of(), List.of());
    }

    /**
     * This device with credentials for itself and its jump hosts.
     *
     * @param reference null for none
     * @param jumpHosts with their credentials
     */
    public Device withCredentials(CredentialReference reference, List<JumpHost> jumpHosts) {
        return new Device(name, settings, groups, tags, jumpHosts, reference);
    }

    /** Unique in the inventory, ignoring case. The archive names files after it. */
    public String name() {
        return name.value();
    }

    public String host() {
        return value(DeviceField.HOST).orElse(name());
    }

    public int port() {
        return value(DeviceField.PORT).map(Integer::parseInt).orElse(SSH_PORT);
    }

    /** The platform's name, or {@link #AUTO}. */
    public String platform() {
        return value(DeviceField.PLATFORM).orElse(AUTO);
    }

    public Optional<String> site() {
        return value(DeviceField.SITE);
    }

    /** See {@link DeviceField#LOGIN_SERVER}. */
    public Optional<String> loginServer() {
        return value(DeviceField.LOGIN_SERVER);
    }

    /** In the order in which they are connected to. */
    public List<JumpHost> jumps() {
        return jumps;
    }

    public List<String> groups() {
        return groups.stream().map(Setting::value).toList();
    }

    public List<String> tags() {
        return tags.stream().map(Setting::value).toList();
    }

    /** The credential bound to the host; empty if there is none. */
    public Optional<CredentialReference> credential() {
        return Optional.ofNullable(credential);
    }

    public Optional<String> value(DeviceField field) {
        return Optional.ofNullable(settings.get(field)).map(Setting::value);
    }

    /** The name, and where it is written. */
    public Setting nameSetting() {
        return name;
    }

    /** The values that the inventory sets, with their origin. Unset fields are absent. */
    public Map<DeviceField, Setting> settings() {
        return Collections.unmodifiableMap(settings);
    }

    /** The groups, each with the origin of the membership. */
    public List<Setting> groupSettings() {
        return groups;
    }

    public List<Setting> tagSettings() {
        return tags;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Device device && device.name().equals(name());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name());
    }

    @Override
    public String toString() {
        return name();
    }
}
