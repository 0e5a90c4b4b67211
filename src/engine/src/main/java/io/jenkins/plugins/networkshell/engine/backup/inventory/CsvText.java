package io.jenkins.plugins.networkshell.engine.backup.inventory;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import java.util.ArrayList;
import java.util.List;

/** Tables separated by comma, semicolon or tab, whichever is most frequent in the first line. */
final class CsvText {
    private static final char[] SEPARATORS = {',', ';', '\t'};

    private CsvText() {}

    /** A line of a table. */
    record Row(long line, List<String> cells) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    static List<String> columns(String header) {
        return rows(header, separator(header)).stream()
                .findFirst()
                .map(row -> row.cells().stream().map(String::strip).toList())
                .orElse(List.of());
    }

    /** All lines except empty ones and comments, the header first. */
    static List<Row> rows(Source source, Reading reading) throws InventoryException {
        try {
            String header = source.text()
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .findFirst()
                    .orElse("");
            return rows(source.text(), separator(header));
        } catch (CsvParseException e) {
            throw reading.problems()
                    .fatal(source.line(0), "", "is not valid CSV: " + e.getMessage(), "CSV with a header line");
        }
    }

    private static List<Row> rows(String text, char separator) {
        List<Row> rows = new ArrayList<>();
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.SKIP)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
        for (CsvRecord record : reader) {
            boolean blank = record.getFields().stream().allMatch(String::isBlank);
            if (!blank) {
                rows.add(new Row(record.getStartingLineNumber(), record.getFields()));
            }
        }
        return rows;
    }

    private static char separator(String header) {
        char most = SEPARATORS[0];
        for (char separator : SEPARATORS) {
            if (count(header, separator) > count(header, most)) {
                most = separator;
            }
        }
        return most;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }
}
