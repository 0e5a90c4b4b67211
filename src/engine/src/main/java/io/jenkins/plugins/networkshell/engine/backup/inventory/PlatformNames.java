package io.jenkins.plugins.networkshell.engine.backup.inventory;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.Origin;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.text.MalformedTextException;
import io.jenkins.plugins.networkshell.engine.text.Position;
import io.jenkins.plugins.networkshell.engine.text.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Translates platform names of other tools. For one inventory. */
final class PlatformNames {
    private static final String RESOURCE = "platform-names.yaml";
    private static final int LARGEST = 1 << 20;
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9_+]+");

    private final String tool;
    private final Map<String, String> names;
    private final Reading reading;
    private final Map<String, Integer> unknown = new TreeMap<>();

    /** @param tool a group of the resource, for instance {@code oxidized} */
    PlatformNames(String tool, Reading reading) {
        this.tool = tool;
        this.reading = reading;
        names = load(tool);
    }

    private static Map<String, String> load(String tool) {
        try (InputStream resource = PlatformNames.class.getResourceAsStream(RESOURCE)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            MappingNode root =
                    (MappingNode) YamlText.parse(RESOURCE, text, LARGEST).orElseThrow();
            MappingNode group =
                    (MappingNode) YamlText.fields(RESOURCE, root, "").get(tool).value();
            Map<String, String> names = new LinkedHashMap<>();
            for (var field : YamlText.fields(RESOURCE, group, tool).entrySet()) {
                names.put(field.getKey(), ((ScalarNode) field.getValue().value()).getValue());
            }
            return names;
        } catch (IOException | MalformedTextException e) {
            throw new IllegalStateException("The shipped list of platform names is wrong. " + e.getMessage(), e);
        }
    }

    boolean isKnown(String name) {
        String plain = plain(name);
        return names.containsKey(plain) || reading.check().isPlatform(plain);
    }

    /**
     * The setting for a device; empty if the platform has no definition, so that it is recognised at login.
     */
    Optional<Setting> setting(String name, Position at, String level) {
        String plain = plain(name);
        String ours = names.getOrDefault(plain, plain);
        if (!reading.check().isPlatform(ours)) {
            unknown.merge(name, 1, Integer::sum);
            return Optional.empty();
        }
        return Optional.of(new Setting(reading.check().canonicalPlatform(ours), Origin.of(at, level)));
    }

    void put(Map<DeviceField, Setting> settings, String name, Position at, String level) {
        if (!name.isBlank()) {
            setting(name, at, level).ifPresent(setting -> settings.put(DeviceField.PLATFORM, setting));
        }
    }

    private static String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return SEPARATORS.matcher(lower).replaceAll("_");
    }

    /** Reports the platforms that were not found, once each. */
    void report(Source source) {
        unknown.forEach((name, count) -> reading.notice(source.name() + ": the platform '" + name + "' of " + tool
                + " is not known; " + (count == 1 ? "the device that has it is" : count + " devices that have it are")
                + " recognised at login."));
    }
}
