package io.jenkins.plugins.networkshell.simulator.scene;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the simulator's own scene format. */
final class SceneReader {
    private final YamlMap root;
    private final ReplyReader replies;

    SceneReader(YamlNode node, Path folder) {
        root = new YamlMap(
                node,
                "name",
                "variables",
                "hostname",
                "ssh",
                "login",
                "terminal",
                "paging",
                "modes",
                "commands",
                "abbreviations",
                "errors",
                "exec",
                "log",
                "faults",
                "chunking",
                "latency");
        replies = new ReplyReader(folder);
    }

    Scene read() {
        SceneBuilder scene = new CommonReader(root).start();
        root.pairs("variables").forEach(scene::variable);
        if (root.has("terminal")) {
            scene.terminal(terminal(root.get("terminal")));
        }
        if (root.has("paging")) {
            scene.paging(paging(root.get("paging")));
        }
        Map<String, String> modes = root.pairs("modes");
        modes.forEach(scene::mode);
        Set<String> known = new HashSet<>(modes.isEmpty() ? Set.of("exec") : modes.keySet());
        for (YamlNode node : root.list("commands")) {
            CommandRule rule = replies.command(node);
            check(node, rule, known);
            scene.command(rule);
        }
        scene.abbreviations(root.flag("abbreviations", false));
        if (root.has("errors")) {
            YamlMap errors = new YamlMap(root.get("errors"), "unknown", "incomplete");
            scene.unknown(errors.text("unknown", "% Unknown command.\n"));
            scene.incomplete(errors.text("incomplete", null));
        }
        root.list("exec").forEach(node -> scene.exec(replies.command(node)));
        for (YamlNode node : root.list("log")) {
            YamlMap map = new YamlMap(node, "after", "every", "text", "redraw");
            scene.log(new LogEvent(
                    map.duration("after", Duration.ofSeconds(1)),
                    map.duration("every", Duration.ZERO),
                    map.required("text"),
                    map.flag("redraw", false)));
        }
        return scene.build();
    }

    /** Rejects unknown modes: such a rule would never apply, or lead nowhere. */
    private static void check(YamlNode node, CommandRule rule, Set<String> modes) {
        for (String mode : rule.modes()) {
            if (!modes.contains(mode)) {
                throw node.error("field 'in' names the mode '" + mode + "'; there are " + sorted(modes));
            }
        }
        String next = rule.reply().mode();
        if (next != null && !modes.contains(next)) {
            throw node.error("field 'mode' names the mode '" + next + "'; there are " + sorted(modes));
        }
    }

    private static List<String> sorted(Set<String> modes) {
        return modes.stream().sorted().toList();
    }

    private static Terminal terminal(YamlNode node) {
        YamlMap map = new YamlMap(node, "newline", "charset", "echo", "typeAhead", "wrap", "width");
        Terminal base = Terminal.DEFAULT;
        return new Terminal(
                map.choice("newline", Map.of("crlf", "\r\n", "lf", "\n", "crcrlf", "\r\r\n", "lfcr", "\n\r"), "\r\n"),
                charset(map),
                map.choice("echo", YamlMap.names(Terminal.Echo.class), base.echo()),
                map.choice("typeAhead", YamlMap.names(Terminal.TypeAhead.class), base.typeAhead()),
                map.choice("wrap", YamlMap.names(Terminal.Wrap.class), base.wrap()),
                map.number("width", 0));
    }

    private static Charset charset(YamlMap map) {
        String name = map.text("charset", "UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw map.get("charset").error("no such character set: " + name + "; for instance UTF-8, GBK, ISO-8859-1");
        }
    }

    private static Paging paging(YamlNode node) {
        YamlMap map = new YamlMap(node, "style", "length", "prompt", "erase", "otherKey");
        int length = map.number("length", 24);
        String prompt = map.text("prompt", "--More--");
        Paging style = map.choice(
                "style",
                Map.of(
                        "huawei", Paging.huawei(length),
                        "cisco", Paging.cisco(length),
                        "cr", Paging.carriageReturn(length, prompt),
                        "none", Paging.NONE),
                Paging.carriageReturn(length, prompt));
        return new Paging(
                style.length(),
                map.text("prompt", style.prompt()),
                map.text("erase", style.erase()),
                map.choice("otherKey", YamlMap.names(Paging.OtherKey.class), style.otherKey()));
    }
}
