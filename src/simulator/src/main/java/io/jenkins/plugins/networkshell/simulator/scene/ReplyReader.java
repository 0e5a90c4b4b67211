package io.jenkins.plugins.networkshell.simulator.scene;

import io.jenkins.plugins.networkshell.simulator.output.Generator;
import io.jenkins.plugins.networkshell.simulator.output.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads commands, replies and questions, which can contain each other. */
final class ReplyReader {
    private static final String[] REPLY = {
        "output", "raw", "file", "generate", "mode", "set", "pageLength", "ask", "close", "exitStatus", "delay", "paged"
    };

    private final Path folder;

    /** @param folder base of relative output file names; null: the working directory */
    ReplyReader(Path folder) {
        this.folder = folder == null ? Path.of("") : folder;
    }

    CommandRule command(YamlNode node) {
        YamlMap map = new YamlMap(node, plus("on", "in", "when", "times"));
        YamlNode on = map.get("on");
        if (on == null) {
            throw node.error("field 'on' is missing: the command, or /a regular expression/");
        }
        String text = YamlMap.scalar(on);
        boolean regex = isRegex(text);
        return new CommandRule(
                regex ? null : text,
                regex ? regex(on) : null,
                map.texts("in", List.of()),
                map.pairs("when"),
                map.number("times", Integer.MAX_VALUE),
                reply(map));
    }

    Question question(YamlNode node) {
        YamlMap map = new YamlMap(node, "prompt", "hidden", "key", "answers", "otherwise");
        List<Question.Answer> answers = new ArrayList<>();
        for (YamlNode item : map.list("answers")) {
            YamlMap answer = new YamlMap(item, plus("on"));
            YamlNode on = answer.get("on");
            if (on == null) {
                throw item.error("field 'on' is missing: the answer, or /a regular expression/");
            }
            String text = YamlMap.scalar(on);
            Pattern pattern = isRegex(text) ? regex(on) : Pattern.compile(Pattern.quote(text));
            answers.add(new Question.Answer(pattern, reply(answer)));
        }
        YamlNode otherwise = map.get("otherwise");
        return new Question(
                map.required("prompt"),
                map.flag("hidden", false),
                map.flag("key", false),
                answers,
                otherwise == null ? null : reply(new YamlMap(otherwise, REPLY)));
    }

    private Reply reply(YamlMap map) {
        YamlNode ask = map.get("ask");
        return new Reply(
                output(map),
                map.text("mode", null),
                map.pairs("set"),
                map.has("pageLength") ? map.number("pageLength", 0) : null,
                ask == null ? null : question(ask),
                map.flag("close", false),
                map.number("exitStatus", 0),
                map.duration("delay", Duration.ZERO),
                map.flag("paged", true));
    }

    private Output output(YamlMap map) {
        List<String> given = List.of("output", "raw", "file", "generate").stream()
                .filter(map::has)
                .toList();
        if (given.size() > 1) {
            throw map.node().error("only one of output, raw, file and generate may be given, not " + given);
        }
        if (map.has("raw")) {
            return new Output.Raw(RubyText.undump(map.get("raw"), map.required("raw")));
        } else if (map.has("file")) {
            Path file = folder.resolve(map.required("file"));
            if (!Files.isReadable(file)) {
                throw map.get("file").error("the file can't be read: " + file);
            }
            return new Output.FromFile(file);
        } else if (map.has("generate")) {
            YamlMap g = new YamlMap(map.get("generate"), "kind", "bytes", "seed");
            g.required("kind");
            g.required("bytes");
            return new Output.Generated(
                    g.choice("kind", YamlMap.names(Generator.class), null), g.size("bytes", 0), g.size("seed", 0));
        }
        return map.has("output") ? new Output.Text(map.required("output")) : Output.NOTHING;
    }

    private static boolean isRegex(String text) {
        return text.length() > 1 && text.startsWith("/") && text.endsWith("/");
    }

    private static Pattern regex(YamlNode on) {
        return YamlMap.compile(on, on.text.substring(1, on.text.length() - 1));
    }

    private static String[] plus(String... own) {
        List<String> all = new ArrayList<>(List.of(own));
        all.addAll(List.of(REPLY));
        return all.toArray(String[]::new);
    }
}
