package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.YamlFields;
import io.jenkins.plugins.networkshell.engine.text.Position;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Our own CSV format: a header with the field names of the YAML format, and one device per line. Blanks or semicolons
 * separate several groups or tags in a cell. For one file.
 */
final class CsvInventory {
    private static final String NAME = "name";
    private static final String GROUPS = "groups";
    private static final String TAGS = "tags";
    private static final String LEVEL = "device";

    private final Source source;
    private final Reading reading;
    private final List<String> allowed;

    CsvInventory(Source source, Reading reading) {
        this.source = source;
        this.reading = reading;
        allowed = new ArrayList<>(List.of(NAME, GROUPS, TAGS));
        allowed.addAll(DeviceField.fieldNames());
    }

    void read() throws InventoryException {
        boolean labels = reading.draft().groups().isEmpty();
        List<CsvText.Row> rows = CsvText.rows(source, reading);
        if (rows.isEmpty()) {
            return;
        }
        CsvText.Row header = rows.get(0);
        List<String> columns = header.cells().stream().map(String::strip).toList();
        checkHeader(columns, source.line(header.line()));
        for (CsvText.Row row : rows.subList(1, rows.size())) {
            device(row, columns, labels);
        }
    }

    private void checkHeader(List<String> columns, Position at) throws InventoryException {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!allowed.contains(column)) {
                reading.problems().add(at, column, YamlFields.unknown(column, allowed), String.join(", ", allowed));
            } else if (!seen.add(column)) {
                reading.problems().add(at, column, "is there twice", "each column once");
            }
        }
        reading.problems().throwIfAny();
    }

    /** @param labels whether groups are names only */
    private void device(CsvText.Row row, List<String> columns, boolean labels) throws InventoryException {
        Position at = source.line(row.line());
        if (row.cells().size() > columns.size()) {
            reading.problems()
                    .add(
                            at,
                            "",
                            "has " + row.cells().size() + " cells, and the header has " + columns.size(),
                            "a cell for each column, with quotes around text that has the separator in it");
            return;
        }
        Map<DeviceField, Setting> settings = new EnumMap<>(DeviceField.class);
        Setting name = null;
        List<Setting> groups = List.of();
        List<Setting> tags = List.of();
        for (int i = 0; i < columns.size(); i++) {
            String text = row.cell(i);
            if (text.isEmpty()) {
                continue;
            }
            String column = columns.get(i);
            switch (column) {
                case NAME -> name = reading.text(text, at, LEVEL, NAME).orElse(null);
                case GROUPS -> groups = words(text, at, GROUPS);
                case TAGS -> tags = words(text, at, TAGS);
                default -> {
                    DeviceField field = DeviceField.of(column).orElseThrow();
                    reading.setting(field, text, at, LEVEL, column).ifPresent(setting -> settings.put(field, setting));
                }
            }
        }
        if (labels) { // no file sets anything for groups
            groups.forEach(group -> reading.draft().label(group.value(), at));
        }
        Draft.Values values = new Draft.Values(settings, tags);
        reading.draft()
                .entries()
                .add(new Draft.Entry("device", at, name, source.defaults(), groups, values, Ranges.OWN));
    }

    private List<Setting> words(String text, Position at, String column) throws InventoryException {
        List<Setting> settings = new ArrayList<>();
        for (String word : text.split("[;,\\s]+")) {
            Optional<Setting> setting = reading.text(word, at, LEVEL, column);
            setting.filter(found -> !found.value().isEmpty()).ifPresent(settings::add);
        }
        return settings;
    }
}
