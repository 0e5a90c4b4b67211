package io.jenkins.plugins.networkshell.engine.backup.credential;

import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.SecretReference;
import io.jenkins.plugins.networkshell.engine.backup.input.FieldCheck;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.Problems;
import io.jenkins.plugins.networkshell.engine.backup.input.YamlFields;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.text.Position;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the file of a {@link CredentialTable}. For one file. */
final class CredentialTableReader {
    private static final String HOSTS = "hosts";
    private static final String AGENT = "agent";
    private static final Set<DeviceField> LOGIN = Set.of(
            DeviceField.PASSWORD_ENV, DeviceField.PASSWORD_FILE, DeviceField.KEY_FILE, DeviceField.CREDENTIALS_ID);
    private static final String ONE_OF = "one of passwordEnv, passwordFile, keyFile, credentialsId and 'agent: true'";

    private final Problems problems = new Problems();
    private final YamlFields fields;
    private final FieldCheck check = new FieldCheck(PlatformCatalog.empty());
    private final List<CredentialRule> rules = new ArrayList<>();

    CredentialTableReader(String source) {
        fields = new YamlFields(source, problems);
    }

    CredentialTable read(String yaml) throws InventoryException {
        Map<String, YamlFields.Field> top = fields.mapping(fields.parse(yaml), "", List.of("credentials"));
        YamlFields.Field list = top.get("credentials");
        if (list != null) {
            for (YamlFields.Item item : fields.items(list.value(), "credentials")) {
                rule(item);
            }
        }
        problems.throwIfAny();
        return CredentialTable.of(rules);
    }

    private void rule(YamlFields.Item item) throws InventoryException {
        List<String> allowed = new ArrayList<>(List.of(HOSTS, DeviceField.USERNAME.fieldName(), AGENT));
        for (DeviceField field : DeviceField.values()) {
            if (field.choosesCredential()) {
                allowed.add(field.fieldName());
            }
        }
        Map<String, YamlFields.Field> rule = fields.mapping(item.value(), item.path(), allowed);
        List<HostPattern> hosts = new ArrayList<>();
        List<HostPattern> exceptions = new ArrayList<>();
        Map<DeviceField, String> values = new EnumMap<>(DeviceField.class);
        boolean agent = false;
        for (YamlFields.Field field : rule.values()) {
            if (field.name().equals(HOSTS)) {
                for (YamlFields.Text text : fields.texts(field.value(), field.path())) {
                    CredentialRule.sort(text.text(), text.at(), field.path(), hosts, exceptions, problems);
                }
            } else if (field.name().equals(AGENT)) {
                agent = isTrue(field.value(), field.path());
            } else {
                DeviceField known = DeviceField.of(field.name()).orElseThrow();
                text(known, field).ifPresent(value -> values.put(known, value));
            }
        }
        Position at = fields.at(item.value());
        if (hosts.isEmpty() && problems.isEmpty()) {
            problems.add(
                    at, item.path() + "." + HOSTS, "names no host that the credential is for", HostPattern.ALLOWED);
        }
        reference(values, agent, at, item.path())
                .ifPresent(credential -> rules.add(new CredentialRule(hosts, exceptions, credential)));
    }

    private boolean isTrue(Node value, String path) throws InventoryException {
        Optional<String> text = fields.scalar(value, path);
        if (text.isPresent() && !text.get().equals("true")) {
            problems.add(fields.at(value), path, "is " + Quoted.of(text.get()), "true");
        }
        return text.isPresent();
    }

    private Optional<String> text(DeviceField known, YamlFields.Field field) throws InventoryException {
        Optional<String> text = fields.text(field.value(), field.path()).map(YamlFields.Text::text);
        Optional<FieldCheck.Flaw> flaw = text.flatMap(value -> check.flaw(known, value));
        if (flaw.isPresent()) {
            problems.add(
                    fields.at(field.value()),
                    field.path(),
                    flaw.get().what(),
                    flaw.get().allowed());
            return Optional.empty();
        }
        return text;
    }

    private Optional<CredentialReference> reference(
            Map<DeviceField, String> values, boolean agent, Position at, String path) throws InventoryException {
        long ways = values.keySet().stream().filter(LOGIN::contains).count() + (agent ? 1 : 0);
        if (ways != 1) {
            problems.add(at, path, ways == 0 ? "names no credential" : "names " + ways + " credentials", ONE_OF);
            return Optional.empty();
        }
        return agent
                ? Optional.of(new CredentialReference(
                        values.getOrDefault(DeviceField.USERNAME, ""), new SecretReference.Agent(), null))
                : DeviceCredential.of(field -> Optional.ofNullable(values.get(field)));
    }
}
