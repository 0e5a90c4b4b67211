package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.HostName;
import io.jenkins.plugins.networkshell.engine.backup.Origin;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.text.Position;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Oxidized's {@code router.db}, {@code name:model} in the simplest case. Oxidized's own configuration defines the
 * meaning of further columns, so it is detected from their content: addresses, and names of models. All others (often
 * user names and passwords) are not read. For one file.
 */
final class RouterDb {
    private static final String LEVEL = "device";

    private final Source source;
    private final Reading reading;
    private final PlatformNames models;

    RouterDb(Source source, Reading reading) {
        this.source = source;
        this.reading = reading;
        models = new PlatformNames("oxidized", reading);
    }

    private record Line(Position at, List<String> columns) {
        String column(int i) {
            return i >= 0 && i < columns.size() ? columns.get(i).strip() : "";
        }
    }

    void read() throws InventoryException {
        List<Line> lines = lines();
        int columns =
                lines.stream().mapToInt(line -> line.columns().size()).max().orElse(0);
        int address = -1;
        int model = -1;
        for (int i = 1; i < columns; i++) {
            int column = i;
            long addresses = lines.stream()
                    .filter(line -> isAddress(line.column(column)))
                    .count();
            long known = lines.stream()
                    .filter(line -> models.isKnown(line.column(column)))
                    .count();
            if (address < 0 && addresses * 2 > lines.size()) {
                address = i;
            } else if (model < 0 && known * 2 > lines.size()) {
                model = i;
            }
        }
        if (model < 0 && columns >= 2) {
            model = address == 1 ? 2 : 1; // as in Oxidized's examples
        }
        for (Line line : lines) {
            add(line, address, model);
        }
        models.report(source);
        noticeOthers(columns, address, model);
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<String> texts = source.text().lines().toList();
        String separator = texts.stream()
                        .filter(text -> !text.isBlank() && !text.startsWith("#"))
                        .allMatch(text -> text.indexOf(';') >= 0)
                ? ";"
                : ":";
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (!text.isBlank() && !text.startsWith("#")) {
                lines.add(new Line(source.line(i + 1), List.of(text.split(separator, -1))));
            }
        }
        return lines;
    }

    private static boolean isAddress(String text) {
        return text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    private void add(Line line, int address, int model) throws InventoryException {
        String name = line.column(0);
        if (!HostName.isValid(name) && line.column(address).isEmpty()) {
            // Not quoted: with an unexpected separator, the line may contain a password.
            reading.problems().add(line.at(), "", "does not begin with the name of a device", "name:model");
            return;
        }
        Map<DeviceField, Setting> settings = new EnumMap<>(DeviceField.class);
        if (!line.column(address).isEmpty()) {
            settings.put(DeviceField.HOST, setting(line.column(address), line.at()));
        }
        models.put(settings, line.column(model), line.at(), LEVEL);
        reading.draft()
                .entries()
                .add(new Draft.Entry(
                        LEVEL,
                        line.at(),
                        setting(name, line.at()),
                        source.defaults(),
                        List.of(),
                        new Draft.Values(settings, List.of()),
                        Ranges.NONE));
    }

    private static Setting setting(String text, Position at) {
        return new Setting(text, Origin.of(at, LEVEL));
    }

    private void noticeOthers(int columns, int address, int model) {
        List<String> others = new ArrayList<>();
        for (int i = 1; i < columns; i++) {
            if (i != address && i != model) {
                others.add(String.valueOf(i + 1));
            }
        }
        if (!others.isEmpty()) {
            reading.notice(source.name() + ": column " + String.join(", ", others)
                    + " is not read; credentials are given apart from the inventory.");
        }
    }
}
