package io.jenkins.plugins.networkshell.backup.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The rows of a long table that a page shows: filtered, sorted and paged on the server, so that it works without a
 * script and with any number of rows.
 *
 * @param <T> a row
 */
public final class Table<T> {
    /** Rows per page. */
    static final int ROWS = 50;

    private final TableQuery query;
    private final int all;
    private final List<T> found;
    private final int page;

    /**
     * @param rows in the table's own order
     * @param text the text of a row that is searched for words
     * @param filters by name
     * @param columns by name: the order when the heading is clicked
     */
    Table(
            TableQuery query,
            List<T> rows,
            Function<T, String> text,
            Map<String, Predicate<T>> filters,
            Map<String, Comparator<T>> columns) {
        this.query = query;
        this.all = rows.size();
        String words = query.words().toLowerCase(Locale.ROOT);
        Predicate<T> filter = filters.getOrDefault(query.show(), row -> true);
        var stream = rows.stream()
                .filter(filter)
                .filter(row -> words.isEmpty()
                        || text.apply(row).toLowerCase(Locale.ROOT).contains(words));
        Comparator<T> order = columns.get(query.sort());
        if (order != null) {
            stream = stream.sorted(query.descending() ? order.reversed() : order);
        }
        this.found = stream.toList();
        this.page = Math.min(query.page(), getPages());
    }

    public List<T> getRows() {
        int first = (page - 1) * ROWS;
        return found.subList(first, Math.min(first + ROWS, found.size()));
    }

    public int getFound() {
        return found.size();
    }

    /** The total number of rows, found or not. */
    public int getAll() {
        return all;
    }

    public int getPage() {
        return page;
    }

    public int getPages() {
        return Math.max(1, (found.size() + ROWS - 1) / ROWS);
    }

    public String getWords() {
        return query.words();
    }

    public String getShow() {
        return query.show();
    }

    public String getSort() {
        return query.sort();
    }

    public String getOrder() {
        return query.descending() ? "desc" : "";
    }

    /** For {@code aria-sort}. */
    public String sorted(String column) {
        if (!query.sort().equals(column)) {
            return "none";
        }
        return query.descending() ? "descending" : "ascending";
    }

    /** Sorts by the column; a second click sorts backwards. */
    public String sortLink(String column) {
        return query.sortedBy(column, query.sort().equals(column) && !query.descending())
                .link();
    }

    public String showLink(String filter) {
        return query.showing(filter).link();
    }

    public String getPreviousLink() {
        return query.at(page - 1).link();
    }

    public String getNextLink() {
        return query.at(page + 1).link();
    }
}
