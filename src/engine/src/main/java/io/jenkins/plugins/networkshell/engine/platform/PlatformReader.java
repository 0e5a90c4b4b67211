package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Paging;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Recognition;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Session;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Terminal;
import io.jenkins.plugins.networkshell.engine.platform.Platform.TypeAhead;
import io.jenkins.plugins.networkshell.engine.platform.command.HarmlessCommands;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads a {@link Platform} from its YAML tree. */
final class PlatformReader {
    private static final Set<String> FIELDS = Set.of(
            "name",
            "extends",
            "aliases",
            "title",
            "recognise",
            "modes",
            "after_login",
            "before_logout",
            "paging",
            "questions",
            "failures",
            "messages",
            "configurations",
            "volatile",
            "secrets",
            "secret_blocks",
            "terminal",
            "keep_alive",
            "type_ahead",
            "type_ahead_checked",
            "harmless",
            "checked",
            "looks_like_error",
            "changed_by",
            "unsaved",
            "restore",
            "facts");
    private static final Set<String> RECOGNISE =
            Set.of("server_version", "banner", "prompt", "command", "output", "rank");
    private static final Set<String> PAGING = Set.of("off", "pager", "answer");
    private static final Set<String> HARMLESS = Set.of("commands", "except", "filters");
    private static final Set<String> FACTS = Set.of("command", "model", "serial", "version", "further");
    private static final Set<String> FURTHER_FACTS = Set.of("command", "model", "serial", "version");
    private static final Set<String> TERMINAL =
            Set.of("type", "width", "height", "newline", "charset", "quiet", "help_key");
    private static final int MAX_RANK = 1000;
    private static final int MAX_SIDE = 32_767;

    private PlatformReader() {}

    static Platform read(MappingNode tree) throws PlatformDefinitionException {
        FieldReader fields = new FieldReader(tree, "", FIELDS);
        String name = Names.read(fields, "name");
        List<Mode> modes = ModesReader.read(fields);
        return new Platform(
                new Naming(name, aliases(fields, name), fields.text("title", name), Checked.read(fields, "checked")),
                recognition(fields),
                modes,
                session(fields),
                BackupReader.read(fields, modes),
                facts(fields));
    }

    private static Session session(FieldReader fields) throws PlatformDefinitionException {
        return new Session(
                fields.texts("after_login"),
                fields.texts("before_logout"),
                paging(fields),
                QuestionReader.read(fields, "questions"),
                fields.patterns("failures"),
                fields.patterns("messages"),
                terminal(fields),
                fields.bool("keep_alive", true),
                typeAhead(fields));
    }

    private static TypeAhead typeAhead(FieldReader fields) throws PlatformDefinitionException {
        return new TypeAhead(
                fields.bool("type_ahead", false), Checked.read(fields, "type_ahead_checked"), harmless(fields));
    }

    private static HarmlessCommands harmless(FieldReader platform) throws PlatformDefinitionException {
        Optional<FieldReader> found = platform.fields("harmless", HARMLESS);
        if (found.isEmpty()) {
            return HarmlessCommands.NONE;
        }
        FieldReader fields = found.get();
        fields.require("commands", "how commands begin that only show something");
        return new HarmlessCommands(
                fields.commandForms("commands"), fields.commandForms("except"), fields.commandForms("filters"));
    }

    private static Facts facts(FieldReader platform) throws PlatformDefinitionException {
        Optional<FieldReader> found = platform.fields("facts", FACTS);
        if (found.isEmpty()) {
            return null;
        }
        FieldReader fields = found.get();
        List<Facts.Source> sources = new ArrayList<>(List.of(factSource(fields)));
        Set<String> commands = new HashSet<>(Set.of(sources.get(0).command()));
        for (FieldReader further : fields.list("further", FURTHER_FACTS)) {
            Facts.Source source = factSource(further);
            if (!commands.add(source.command())) {
                throw further.wrong("command", "is '" + source.command() + "' again", "each command once");
            }
            sources.add(source);
        }
        return new Facts(sources);
    }

    private static Facts.Source factSource(FieldReader fields) throws PlatformDefinitionException {
        fields.require("command", "one harmless command whose answer tells the facts");
        return new Facts.Source(
                fields.text("command", null),
                fields.patternsWith("model", Facts.GROUP),
                fields.patternsWith("serial", Facts.GROUP),
                fields.patternsWith("version", Facts.GROUP));
    }

    private static List<String> aliases(FieldReader fields, String name) throws PlatformDefinitionException {
        List<String> aliases = fields.texts("aliases");
        Set<String> seen = new HashSet<>(Set.of(name));
        for (int i = 0; i < aliases.size(); i++) {
            if (!Names.isName(aliases.get(i))) {
                throw fields.wrongItem("aliases", i, "is '" + aliases.get(i) + "'", Names.ALLOWED);
            }
            if (!seen.add(aliases.get(i))) {
                throw fields.wrongItem("aliases", i, "is '" + aliases.get(i) + "' again", "each name once");
            }
        }
        return aliases;
    }

    private static Recognition recognition(FieldReader platform) throws PlatformDefinitionException {
        Optional<FieldReader> found = platform.fields("recognise", RECOGNISE);
        if (found.isEmpty()) {
            return Recognition.NEVER;
        }
        FieldReader fields = found.get();
        if (fields.has("command")) {
            fields.require("output", "a pattern for what the 'command' prints");
        }
        return new Recognition(
                fields.pattern("server_version"),
                fields.pattern("banner"),
                fields.pattern("prompt"),
                fields.text("command", null),
                fields.pattern("output"),
                fields.number("rank", MAX_RANK / 2, 0, MAX_RANK));
    }

    private static Paging paging(FieldReader platform) throws PlatformDefinitionException {
        Optional<FieldReader> found = platform.fields("paging", PAGING);
        if (found.isEmpty()) {
            return new Paging(List.of(), null, " ");
        }
        FieldReader fields = found.get();
        return new Paging(fields.texts("off"), fields.pattern("pager"), fields.text("answer", " "));
    }

    private static Terminal terminal(FieldReader platform) throws PlatformDefinitionException {
        Optional<FieldReader> found = platform.fields("terminal", TERMINAL);
        if (found.isEmpty()) {
            return Terminal.DEFAULT;
        }
        FieldReader fields = found.get();
        Terminal usual = Terminal.DEFAULT;
        String newline = fields.text("newline", usual.newline());
        if (!List.of("\n", "\r", "\r\n").contains(newline)) {
            throw fields.wrong("newline", "is neither of the three", "\"\\n\", \"\\r\" or \"\\r\\n\"");
        }
        String charset = fields.text("charset", usual.charset());
        if (!DeviceCharset.isKnown(charset)) {
            throw fields.wrong("charset", "is '" + charset + "'", "auto, or a character set such as UTF-8 or GB18030");
        }
        return new Terminal(
                fields.text("type", usual.type()),
                fields.number("width", usual.width(), 0, MAX_SIDE),
                fields.number("height", usual.height(), 0, MAX_SIDE),
                newline,
                charset,
                fields.duration("quiet"),
                fields.text("help_key", usual.helpKey()));
    }
}
