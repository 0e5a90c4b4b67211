package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.text.Position;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a file of an inventory in any format, and the files it includes. For one thread. */
final class SourceReader {
    private static final int MOST_INCLUDES = 1000;

    private final Reading reading;
    private final List<String> open = new ArrayList<>();
    private int included;

    SourceReader(Reading reading) {
        this.reading = reading;
    }

    /** @param named null to detect the format from the content */
    InventoryFormat read(String name, String text, InventoryFormat named) throws InventoryException {
        String path = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
        return read(new Source(name, path, withoutByteOrderMark(text), List.of()), named);
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private InventoryFormat read(Source given, InventoryFormat named) throws InventoryException {
        FormatDetector.Detected detected =
                named == null ? FormatDetector.of(given, reading) : new FormatDetector.Detected(named, given);
        InventoryFormat format = detected.format();
        Source source = detected.source();
        open.add(source.path());
        switch (format) {
            case YAML -> new YamlInventory(source, reading, this).read();
            case CSV -> new CsvInventory(source, reading).read();
            case ANSIBLE_YAML -> new AnsibleYaml(source, reading).read();
            case ANSIBLE_INI -> new AnsibleIni(source, reading).read();
            case NETBOX_JSON -> new NetBoxJson(source, reading).read();
            case NETBOX_CSV -> new NetBoxCsv(source, reading).read();
            case OXIDIZED -> new RouterDb(source, reading).read();
        }
        open.remove(open.size() - 1);
        return format;
    }

    /** @param at where the file is named, in the field {@code field} */
    void include(Source from, String relative, List<Draft.Values> defaults, Position at, String field)
            throws InventoryException {
        String path = from.resolve(relative);
        if (open.contains(path) || ++included > MOST_INCLUDES) {
            throw reading.problems()
                    .fatal(at, field, "includes " + Quoted.of(path) + " again", "files that don't include each other");
        }
        Optional<String> text;
        try {
            text = reading.files().read(path);
        } catch (IOException e) {
            reading.problems()
                    .add(
                            at,
                            field,
                            "names " + Quoted.of(path) + ", which can't be read: " + e.getMessage(),
                            "a readable file");
            return;
        }
        if (text.isPresent()) {
            read(new Source(path, path, withoutByteOrderMark(text.get()), defaults), null);
            return;
        }
        reading.problems()
                .add(
                        at,
                        field,
                        "names the file " + Quoted.of(path) + ", which does not exist"
                                + (reading.trusted() ? "" : " in the inventory's folder"),
                        "a file, relative to this one");
    }
}
