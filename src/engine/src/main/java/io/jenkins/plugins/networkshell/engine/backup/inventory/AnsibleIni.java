package io.jenkins.plugins.networkshell.engine.backup.inventory;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.text.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ansible's inventory in its INI format, or a plain list of hosts. For one file. */
final class AnsibleIni {
    private static final Pattern SECTION = Pattern.compile("\\[([^\\[\\]:]+)(?::(children|vars))?\\]\\s*(?:[#;].*)?");
    private static final Pattern HOST_AND_PORT = Pattern.compile("([^:]+|.*\\][^:]*):([0-9]{1,5})");
    private static final String UNGROUPED = "ungrouped";

    private final AnsibleInventory inventory;
    private final Source source;
    private final Reading reading;
    private String group = UNGROUPED;
    private String kind = "";

    AnsibleIni(Source source, Reading reading) {
        this.source = source;
        this.reading = reading;
        inventory = new AnsibleInventory(source, reading);
    }

    void read() throws InventoryException {
        List<String> lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith(";")) {
                line(line, source.line(i + 1));
            }
        }
        inventory.finish();
    }

    private void line(String line, Position at) throws InventoryException {
        Matcher section = SECTION.matcher(line);
        if (section.matches()) {
            group = section.group(1).strip();
            kind = section.group(2) == null ? "" : section.group(2);
            inventory.group(group, at);
            return;
        }
        switch (kind) {
            case "children" -> inventory.child(group, words(line, at).get(0), at);
            case "vars" ->
                variable(line, at)
                        .ifPresent(pair -> inventory.groupVariable(
                                group, pair.name(), new AnsibleInventory.Variable(pair.value(), at)));
            default -> host(line, at);
        }
    }

    private record Pair(String name, String value) {}

    private Optional<Pair> variable(String text, Position at) throws InventoryException {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            // Not quoted: it may be part of a password that contains a blank.
            reading.problems().add(at, group, "has a line that is not a variable", "name=value");
            return Optional.empty();
        }
        String value = text.substring(equals + 1).strip();
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(value.length() - 1) == value.charAt(0);
        return Optional.of(
                new Pair(text.substring(0, equals).strip(), quoted ? value.substring(1, value.length() - 1) : value));
    }

    private void host(String line, Position at) throws InventoryException {
        List<String> words = words(line, at);
        Map<String, AnsibleInventory.Variable> variables = new LinkedHashMap<>();
        String name = words.get(0);
        Matcher port = HOST_AND_PORT.matcher(name);
        if (port.matches()) {
            name = port.group(1);
            variables.put("ansible_port", new AnsibleInventory.Variable(port.group(2), at));
        }
        for (String word : words.subList(1, words.size())) {
            variable(word, at)
                    .ifPresent(pair -> variables.put(pair.name(), new AnsibleInventory.Variable(pair.value(), at)));
        }
        inventory.host(group, name, variables, at);
    }

    /** Words as a POSIX shell splits them: quotes keep blanks, a {@code #} before a word begins a comment. */
    private List<String> words(String line, Position at) throws InventoryException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean inWord = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (c == ' ' || c == '\t') {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else if (c == '#' && !inWord) {
                break;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            reading.problems().add(at, "", "has a quote that is not closed", "quotes in pairs");
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words.isEmpty() ? List.of("") : words;
    }
}
