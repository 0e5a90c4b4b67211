package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.platform.Platform.Backup;
import io.jenkins.plugins.networkshell.engine.platform.command.CommandForm;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.configuration.LinePatterns;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Restore;
import io.jenkins.plugins.networkshell.engine.platform.configuration.SecretBlock;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the configurations of a platform and the fields that go with them. */
final class BackupReader {
    private static final Set<String> CONFIGURATION = Set.of(
            "name",
            "commands",
            "end",
            "ordered",
            "volatile",
            "secrets",
            "secret_blocks",
            "looks_like_error",
            "changed_by",
            "mode");
    private static final Set<String> BLOCK = Set.of("begin", "end");
    private static final Set<String> UNSAVED = Set.of("command", "in", "pattern", "saved");
    private static final Set<String> RESTORE = Set.of("command", "end", "suffix", "before", "mode");
    private static final String COMMANDS = "a list of commands, the one to use first";

    private final FieldReader platform;
    private final List<String> modes;
    /** The platform has some, and each configuration may add more. */
    private final LinePatterns shared;

    private final List<Configuration> configurations = new ArrayList<>();

    private BackupReader(FieldReader platform, List<Mode> modes) throws PlatformDefinitionException {
        this.platform = platform;
        this.modes = modes.stream().map(Mode::name).toList();
        this.shared = linePatterns(platform);
    }

    static Backup read(FieldReader platform, List<Mode> modes) throws PlatformDefinitionException {
        BackupReader reader = new BackupReader(platform, modes);
        reader.readConfigurations();
        return new Backup(
                List.copyOf(reader.configurations), reader.shared.secrets(), reader.unsaved(), reader.restore());
    }

    private static LinePatterns linePatterns(FieldReader fields) throws PlatformDefinitionException {
        return new LinePatterns(
                fields.patterns("volatile"),
                fields.patterns("secrets"),
                blocks(fields),
                fields.patterns("looks_like_error"),
                fields.patternsWith("changed_by", ConfigurationChange.USER, ConfigurationChange.WHEN));
    }

    private static List<SecretBlock> blocks(FieldReader parent) throws PlatformDefinitionException {
        List<SecretBlock> blocks = new ArrayList<>();
        for (FieldReader fields : parent.list("secret_blocks", BLOCK)) {
            fields.require("begin", "a pattern for the line before the secret ones");
            fields.require("end", "a pattern for the line behind the secret ones");
            blocks.add(new SecretBlock(fields.pattern("begin"), fields.pattern("end")));
        }
        return List.copyOf(blocks);
    }

    private void readConfigurations() throws PlatformDefinitionException {
        for (FieldReader fields : platform.list("configurations", CONFIGURATION)) {
            Configuration configuration = configuration(fields);
            if (named(configuration.name())) {
                throw fields.wrong("name", "is '" + configuration.name() + "' again", "each configuration once");
            }
            checkCommands(fields, configuration);
            configurations.add(configuration);
        }
    }

    private Configuration configuration(FieldReader fields) throws PlatformDefinitionException {
        return new Configuration(
                Names.read(fields, "name"),
                commands(fields),
                mode(fields),
                fields.pattern("end"),
                fields.bool("ordered", true),
                linePatterns(fields).and(shared).andErrors(platform.patterns("failures")));
    }

    private String mode(FieldReader fields) throws PlatformDefinitionException {
        String mode = fields.text("mode", null);
        if (mode != null && !modes.contains(mode)) {
            throw fields.wrong("mode", "is '" + mode + "'", "a mode of this platform: " + String.join(", ", modes));
        }
        return mode;
    }

    private static List<CommandForm> commands(FieldReader fields) throws PlatformDefinitionException {
        fields.require("commands", COMMANDS);
        List<CommandForm> forms = fields.commandForms("commands");
        if (forms.isEmpty()) {
            throw fields.wrong("commands", "is an empty list", COMMANDS);
        }
        return forms;
    }

    /** A command that prints two configurations would end up in the wrong file. */
    private void checkCommands(FieldReader fields, Configuration configuration) throws PlatformDefinitionException {
        for (int i = 0; i < configuration.commands().size(); i++) {
            CommandForm form = configuration.commands().get(i);
            for (Configuration other : configurations) {
                if (other.matches(form.full()) || other.matches(form.shortest())) {
                    throw fields.wrongItem(
                            "commands",
                            i,
                            "'" + form.written() + "' is also a command of the configuration '" + other.name() + "'",
                            "commands that tell the configurations apart");
                }
            }
        }
    }

    private Unsaved unsaved() throws PlatformDefinitionException {
        Optional<FieldReader> found = platform.fields("unsaved", UNSAVED);
        if (found.isEmpty()) {
            return null;
        }
        FieldReader fields = found.get();
        if (fields.has("command") == fields.has("in")) {
            throw fields.wrong(
                    fields.has("in") ? "in" : "command",
                    fields.has("in") ? "stands next to 'command'" : "is missing",
                    "one of 'command' (its answer tells) and 'in' (the configuration whose text tells)");
        }
        fields.require("pattern", "a pattern for a line that shows a difference");
        String in = fields.text("in", null);
        if (in != null && !named(in)) {
            throw fields.wrong(
                    "in",
                    "is '" + in + "'",
                    "a configuration of this platform: "
                            + String.join(
                                    ", ",
                                    configurations.stream()
                                            .map(Configuration::name)
                                            .toList()));
        }
        return new Unsaved(fields.text("command", null), in, fields.pattern("pattern"), fields.pattern("saved"));
    }

    private Restore restore() throws PlatformDefinitionException {
        Optional<FieldReader> found = platform.fields("restore", RESTORE);
        if (found.isEmpty()) {
            return null;
        }
        FieldReader fields = found.get();
        fields.require("command", "the command that prints a form which a device loads");
        String suffix = Names.read(fields, "suffix");
        if (named(suffix)) {
            throw fields.wrong(
                    "suffix", "is '" + suffix + "', the name of a configuration", "a name that no configuration has");
        }
        return new Restore(
                fields.text("command", null), fields.pattern("end"), suffix, fields.texts("before"), mode(fields));
    }

    private boolean named(String name) {
        return configurations.stream()
                .anyMatch(configuration -> configuration.name().equals(name));
    }
}
