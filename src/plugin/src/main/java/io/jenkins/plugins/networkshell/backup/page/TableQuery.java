package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * What a request asks of a table: which rows, in which order, and which page of them. Any value is allowed; an unknown
 * one is ignored.
 *
 * @param words to search for in a row; empty for all rows
 * @param show name of a filter; empty for all rows
 * @param sort name of a column; empty for the table's own order
 * @param page from 1
 */
record TableQuery(String words, String show, String sort, boolean descending, int page) {
    private static final String DESCENDING = "desc";

    static TableQuery of(StaplerRequest2 request) {
        return new TableQuery(
                text(request, "q"),
                text(request, "show"),
                text(request, "sort"),
                DESCENDING.equals(request.getParameter("order")),
                number(request.getParameter("page")));
    }

    private static String text(StaplerRequest2 request, String parameter) {
        return Util.fixNull(request.getParameter(parameter)).strip();
    }

    private static int number(String text) {
        try {
            return text == null ? 1 : Math.max(1, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    TableQuery sortedBy(String column, boolean backwards) {
        return new TableQuery(words, show, column, backwards, 1);
    }

    TableQuery at(int number) {
        return new TableQuery(words, show, sort, descending, number);
    }

    TableQuery showing(String filter) {
        return new TableQuery(words, filter, sort, descending, 1);
    }

    /** For a link; begins with a question mark. */
    String link() {
        StringBuilder link = new StringBuilder("?q=").append(encoded(words));
        add(link, "show", show);
        add(link, "sort", sort);
        add(link, "order", descending ? DESCENDING : "");
        add(link, "page", page == 1 ? "" : Integer.toString(page));
        return link.toString();
    }

    private static void add(StringBuilder link, String name, String value) {
        if (!value.isEmpty()) {
            link.append('&').append(name).append('=').append(encoded(value));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
