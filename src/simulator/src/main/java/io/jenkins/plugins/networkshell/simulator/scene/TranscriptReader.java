package io.jenkins.plugins.networkshell.simulator.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads Oxidized's device simulations: {@code init_prompt}, and {@code commands} as a map (any order) or a list of
 * one-entry maps (in this order), each with the exact output, including echo and next prompt. {@code login}, {@code
 * ssh}, {@code faults}, {@code chunking} and {@code latency} of our own scenes may be added. {@code command_newline}
 * and {@code oxidized_output} concern the recording and Oxidized's own tests, and are ignored here.
 */
final class TranscriptReader {
    private final YamlMap root;
    private final CommonReader common;

    TranscriptReader(YamlNode node) {
        root = new YamlMap(
                node,
                "init_prompt",
                "commands",
                "command_newline",
                "oxidized_output",
                "name",
                "hostname",
                "ssh",
                "login",
                "faults",
                "chunking",
                "latency");
        common = new CommonReader(root);
    }

    Scene read() {
        YamlNode commands = root.get("commands");
        if (commands == null) {
            throw root.node().error("field 'commands' is missing");
        }
        List<YamlNode.Field> fields = new ArrayList<>();
        boolean ordered = commands.kind == YamlNode.Kind.LIST;
        if (ordered) {
            for (YamlNode item : commands.items) {
                if (item.kind != YamlNode.Kind.MAP || item.fields.size() != 1) {
                    throw item.error("a map with one entry is expected: what is typed, and what comes back");
                }
                fields.addAll(item.fields);
            }
        } else if (commands.kind == YamlNode.Kind.MAP) {
            fields.addAll(commands.fields);
        } else {
            throw commands.error("a map, or a list of one-entry maps is expected");
        }
        List<Script.Entry> entries =
                fields.stream().map(TranscriptReader::entry).toList();
        YamlNode initial = root.get("init_prompt");
        byte[] first = initial == null ? new byte[0] : RubyText.undump(initial, YamlMap.scalar(initial));
        SceneBuilder scene = common.start();
        return scene.transcript(new Script.Transcript(first, entries, ordered)).build();
    }

    private static Script.Entry entry(YamlNode.Field field) {
        YamlNode value = field.value();
        String output = value.kind == YamlNode.Kind.NULL ? "" : YamlMap.scalar(value);
        String input = field.name().replace("\r\n", "\n").replace('\r', '\n');
        // Older files contain commands without their newline; a single character is a key, for example at a pager.
        boolean key = input.length() == 1;
        return new Script.Entry(key || input.endsWith("\n") ? input : input + "\n", RubyText.undump(value, output));
    }
}
