package io.jenkins.plugins.networkshell.engine.backup.inventory;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** NetBox's export of the device list as CSV: the current view (with labels as headers) or all data. For one file. */
final class NetBoxCsv {
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

    private final Source source;
    private final Reading reading;

    NetBoxCsv(Source source, Reading reading) {
        this.source = source;
        this.reading = reading;
    }

    /** A column's name in either export: {@code IPv4 Address} as {@code ipv4_address}. */
    static String normalized(String column) {
        return NO_LETTER.matcher(column.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
    }

    void read() throws InventoryException {
        List<CsvText.Row> rows = CsvText.rows(source, reading);
        List<String> columns =
                rows.get(0).cells().stream().map(NetBoxCsv::normalized).toList();
        NetBoxDevice devices = new NetBoxDevice(source, reading);
        for (CsvText.Row row : rows.subList(1, rows.size())) {
            devices.add(
                    new NetBoxDevice.Listed(
                            cell(columns, row, "name"),
                            cell(
                                    columns,
                                    row,
                                    "primary_ip4",
                                    "ipv4_address",
                                    "primary_ip",
                                    "ip_address",
                                    "primary_ip6",
                                    "ipv6_address"),
                            cell(columns, row, "status"),
                            cell(columns, row, "platform"),
                            cell(columns, row, "site"),
                            cell(columns, row, "role", "device_role"),
                            Stream.of(cell(columns, row, "tags").split(","))
                                    .map(String::strip)
                                    .filter(tag -> !tag.isEmpty())
                                    .toList()),
                    source.line(row.line()));
        }
        devices.report();
    }

    /** The first of these columns that exists and is not empty. */
    private static String cell(List<String> columns, CsvText.Row row, String... names) {
        for (String name : names) {
            int column = columns.indexOf(name);
            if (column >= 0 && !row.cell(column).isEmpty()) {
                return row.cell(column);
            }
        }
        return "";
    }
}
