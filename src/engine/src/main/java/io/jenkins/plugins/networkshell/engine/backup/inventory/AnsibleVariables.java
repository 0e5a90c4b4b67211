package io.jenkins.plugins.networkshell.engine.backup.inventory;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.JumpHost;
import io.jenkins.plugins.networkshell.engine.backup.Origin;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.backup.input.FieldCheck;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Translates Ansible's variables: {@code ansible_host}, {@code ansible_port}, {@code ansible_user}, {@code
 * ansible_network_os}, the jump host in {@code ansible_ssh_common_args}, and {@code site} and {@code tags}, if set.
 * Passwords are not read, and templates are not evaluated. For one file.
 */
final class AnsibleVariables {
    private static final Pattern PROXY_JUMP = Pattern.compile("(?:ProxyJump[= ]|-J ?)[\"']?([^\\s\"']+)");
    private static final Pattern PROXY_COMMAND =
            Pattern.compile("ProxyCommand[= ][\"']?ssh [^\"']*-W [\"']?%h:%p[\"']?[^\"']*");
    private static final Pattern LAST_WORD = Pattern.compile("([A-Za-z0-9_.@:-]+)\\s*$");
    private static final Pattern SECRET = Pattern.compile("pass|secret|vault|private_key|become_exe");
    private static final Set<String> OTHER_CONNECTIONS =
            Set.of("local", "winrm", "psrp", "docker", "podman", "kubectl", "community.docker.docker");

    private final Source source;
    private final Reading reading;
    private final PlatformNames platforms;
    private final Set<String> unread = new TreeSet<>();
    private final Set<String> templates = new TreeSet<>();
    private final Set<String> elsewhere = new TreeSet<>();

    AnsibleVariables(Source source, Reading reading) {
        this.source = source;
        this.reading = reading;
        platforms = new PlatformNames("ansible", reading);
    }

    /** Whether Ansible itself does not use SSH for this host. */
    boolean isNotReachedBySsh(String name, Map<String, AnsibleInventory.Variable> own) {
        AnsibleInventory.Variable connection = own.get("ansible_connection");
        boolean other =
                name.equals("localhost") || connection != null && OTHER_CONNECTIONS.contains(connection.value());
        if (other) {
            elsewhere.add(name);
        }
        return other;
    }

    Draft.Values hostValues(Map<String, AnsibleInventory.Variable> own) throws InventoryException {
        Draft.Values values = values(own, "device");
        AnsibleInventory.Variable host = own.get("ansible_host");
        if (host == null) {
            return values;
        }
        if (host.value().contains("{{")) {
            reading.problems()
                    .add(
                            host.at(),
                            "ansible_host",
                            "is " + Quoted.of(host.value()) + ", a template that is not evaluated",
                            "an address, or a template of {{ inventory_hostname }} alone");
            return values;
        }
        Map<DeviceField, Setting> settings = new EnumMap<>(DeviceField.class);
        settings.putAll(values.settings());
        settings.put(DeviceField.HOST, new Setting(host.value(), Origin.of(host.at(), "device")));
        return new Draft.Values(settings, values.tags());
    }

    /** All variables except the host, which belongs only to the device. */
    Draft.Values values(Map<String, AnsibleInventory.Variable> variables, String level) throws InventoryException {
        Map<DeviceField, Setting> settings = new EnumMap<>(DeviceField.class);
        List<Setting> tags = new ArrayList<>();
        for (var variable : variables.entrySet()) {
            AnsibleInventory.Variable written = variable.getValue();
            if (written.value().contains("{{")) {
                if (fieldOf(variable.getKey()).isPresent()) {
                    templates.add(variable.getKey());
                }
                continue;
            }
            Origin origin = Origin.of(written.at(), level);
            switch (variable.getKey()) {
                case "ansible_network_os" ->
                    platforms.put(
                            settings,
                            written.value().substring(written.value().lastIndexOf('.') + 1),
                            written.at(),
                            level);
                case "ansible_ssh_common_args", "ansible_ssh_extra_args", "ansible_ssh_args" ->
                    jump(written.value()).ifPresent(jump -> settings.put(DeviceField.JUMP, new Setting(jump, origin)));
                case "tags" -> {
                    for (String tag : written.value().split("[,\\s]+")) {
                        tags.add(new Setting(tag, origin));
                    }
                }
                default -> put(variable.getKey(), written, origin, settings);
            }
        }
        return new Draft.Values(settings, tags);
    }

    private void put(String name, AnsibleInventory.Variable written, Origin origin, Map<DeviceField, Setting> settings)
            throws InventoryException {
        Optional<DeviceField> field = fieldOf(name);
        if (field.isEmpty()) {
            if (name.startsWith("ansible_") && SECRET.matcher(name).find()) {
                unread.add(name);
            }
            return;
        }
        Optional<FieldCheck.Flaw> flaw = reading.check().flaw(field.get(), written.value());
        if (flaw.isPresent()) {
            reading.problems()
                    .add(written.at(), name, flaw.get().what(), flaw.get().allowed());
            return;
        }
        settings.put(field.get(), new Setting(written.value(), origin));
    }

    private Optional<DeviceField> fieldOf(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "ansible_port", "ansible_ssh_port" -> DeviceField.PORT;
                    case "ansible_user", "ansible_ssh_user" -> DeviceField.USERNAME;
                    case "ansible_ssh_private_key_file", "ansible_private_key_file" ->
                        reading.trusted() ? DeviceField.KEY_FILE : null;
                    case "site" -> DeviceField.SITE;
                    default -> null;
                });
    }

    private static Optional<String> jump(String arguments) {
        Matcher jump = PROXY_JUMP.matcher(arguments);
        if (jump.find()) {
            return Optional.of(jump.group(1)).filter(AnsibleVariables::isJump);
        }
        Matcher command = PROXY_COMMAND.matcher(arguments);
        if (!command.find()) {
            return Optional.empty();
        }
        Matcher host = LAST_WORD.matcher(command.group());
        return host.find() ? Optional.of(host.group(1)).filter(AnsibleVariables::isJump) : Optional.empty();
    }

    private static boolean isJump(String text) {
        return JumpHost.parse(text).isPresent();
    }

    void report() {
        platforms.report(source);
        if (!unread.isEmpty()) {
            reading.notice(source.name() + ": " + String.join(", ", unread)
                    + " is not read; credentials are given apart from the inventory.");
        }
        if (!templates.isEmpty()) {
            reading.notice(source.name() + ": " + String.join(", ", templates)
                    + " is a template, which is not evaluated; it was left out.");
        }
        if (!elsewhere.isEmpty()) {
            reading.notice(
                    source.name() + ": " + String.join(", ", elsewhere) + " is not reached by SSH and was left out.");
        }
    }
}
