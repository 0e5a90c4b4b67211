package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Backup;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Paging;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Recognition;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Session;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Terminal;
import io.jenkins.plugins.networkshell.engine.platform.Platform.TypeAhead;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What must be known about all shipped platforms before any of their definitions is read: their names, and the signs by
 * which {@code auto} recognises them. The build generates it from the definitions, as one line of text for each fact:
 * its name and its values, separated by tabs.
 */
final class PlatformIndex {
    private static final Session ANY_SESSION = new Session(
            List.of(),
            List.of(),
            new Paging(List.of(), null, " "),
            List.of(),
            List.of(),
            List.of(),
            Terminal.DEFAULT,
            true,
            TypeAhead.NONE);
    private static final Backup NO_BACKUP = new Backup(List.of(), List.of(), null, null);

    private PlatformIndex() {}

    /**
     * One platform.
     *
     * @param file the resource with the definition
     * @param facts the lines of its recognition and its modes, whose patterns are not compiled yet
     */
    record Entry(Naming naming, String file, List<List<String>> facts) {
        /** The part of the platform that the index contains. */
        Platform outline() {
            Recognition recognition = Recognition.NEVER;
            List<Mode> modes = new ArrayList<>();
            for (List<String> fact : facts) {
                if (fact.get(0).equals("mode")) {
                    modes.add(new Mode(
                            fact.get(1), Pattern.compile(fact.get(2)), List.of(), Integer.parseInt(fact.get(3))));
                } else {
                    recognition = new Recognition(
                            pattern(fact.get(1)),
                            pattern(fact.get(2)),
                            pattern(fact.get(3)),
                            orNull(fact.get(4)),
                            pattern(fact.get(5)),
                            Integer.parseInt(fact.get(6)));
                }
            }
            return new Platform(naming, recognition, List.copyOf(modes), ANY_SESSION, NO_BACKUP, null);
        }
    }

    static List<Entry> parse(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String line : text.lines().toList()) {
            List<String> fact = List.of(line.split("\t", -1)).stream()
                    .map(String::translateEscapes)
                    .toList();
            if (fact.get(0).equals("platform")) {
                entries.add(new Entry(
                        new Naming(
                                fact.get(1),
                                fact.get(3).isEmpty()
                                        ? List.of()
                                        : List.of(fact.get(3).split(" ")),
                                fact.get(4),
                                Checked.of(fact.get(5)).orElse(null)),
                        fact.get(2),
                        new ArrayList<>()));
            } else {
                entries.get(entries.size() - 1).facts().add(fact);
            }
        }
        return List.copyOf(entries);
    }

    /** The text of an index of these definitions. The same definitions give the same text. */
    static String write(List<PlatformFiles.Source> sources) throws PlatformDefinitionException {
        TreeMap<String, String> files = new TreeMap<>();
        for (PlatformFiles.Source source : sources) {
            files.put(
                    Names.read(FieldReader.header(DefinitionTree.parse(source.name(), source.text())), "name"),
                    source.name());
        }
        PlatformCatalog catalog = PlatformCatalog.empty().withSources(sources);
        StringBuilder text = new StringBuilder();
        for (Platform platform : catalog.all()) {
            Naming naming = platform.naming();
            line(
                    text,
                    "platform",
                    naming.name(),
                    files.get(naming.name()),
                    String.join(" ", naming.aliases()),
                    naming.title(),
                    naming.checked() == null ? "" : naming.checked().words());
            Recognition signs = platform.recognition();
            if (signs.takesPart()) {
                line(
                        text,
                        "recognise",
                        regex(signs.serverVersion()),
                        regex(signs.banner()),
                        regex(signs.prompt()),
                        signs.command() == null ? "" : signs.command(),
                        regex(signs.output()),
                        String.valueOf(signs.rank()));
            }
            for (Mode mode : platform.modes()) {
                line(text, "mode", mode.name(), mode.prompt().pattern(), String.valueOf(mode.hostLimit()));
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String... values) {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t")
                    .append(values[i]
                            .replace("\\", "\\\\")
                            .replace("\t", "\\t")
                            .replace("\n", "\\n")
                            .replace("\r", "\\r"));
        }
        text.append('\n');
    }

    private static String regex(Pattern pattern) {
        return pattern == null ? "" : pattern.pattern();
    }

    private static Pattern pattern(String regex) {
        return regex.isEmpty() ? null : Pattern.compile(regex);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
