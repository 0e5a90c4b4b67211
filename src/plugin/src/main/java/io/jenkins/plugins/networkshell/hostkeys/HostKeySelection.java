package io.jenkins.plugins.networkshell.hostkeys;

import hudson.Util;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kohsuke.stapler.StaplerRequest2;

/** The keys on one page of a search result. Those that need a decision come first. */
public final class HostKeySelection {
    /** The number of rows per page. */
    static final int ROWS = 50;

    private final Show show;
    private final String query;
    private final int page;
    private final List<KnownKey> found;
    private final TrustedKeys trusted;
    private final int all;

    private HostKeySelection(Show show, String query, int page, List<KnownKey> keys, TrustedKeys trusted) {
        this.show = show;
        this.query = query;
        this.trusted = trusted;
        all = keys.size();
        String words = query.toLowerCase(Locale.ROOT);
        found = keys.stream()
                .filter(show::has)
                .filter(key -> contains(key, query, words))
                .sorted(Comparator.comparing((KnownKey key) -> key.state().isTrusted())
                        .thenComparing(key -> key.state() != KeyState.REFUSED
                                || trusted.of(key).isEmpty())
                        .thenComparing(KnownKey::host)
                        .thenComparing(KnownKey::port))
                .toList();
        this.page = Math.max(1, Math.min(page, pages()));
    }

    static HostKeySelection of(StaplerRequest2 request, HostKeyDatabase database) {
        return new HostKeySelection(
                Show.of(request.getParameter("show")),
                Util.fixNull(request.getParameter("q")).strip(),
                number(request.getParameter("page")),
                database.keys(),
                database.trusted());
    }

    /** Fingerprints are case-sensitive, so that a part of one does not match another. */
    private static boolean contains(KnownKey key, String query, String lower) {
        return key.fingerprint().contains(query)
                || key.hosts().toLowerCase(Locale.ROOT).contains(lower)
                || key.key().type().contains(lower)
                || key.origin().toLowerCase(Locale.ROOT).contains(lower);
    }

    private static int number(String text) {
        try {
            return text == null ? 1 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    public List<HostKeyRow> getRows() {
        int first = (page - 1) * ROWS;
        return rows(found.subList(first, Math.min(first + ROWS, found.size())));
    }

    /** All found keys that wait for a decision, on all pages. */
    public List<HostKeyRow> getWaiting() {
        return rows(found.stream().filter(Show.WAITING::has).toList());
    }

    /** The found keys with these ids. */
    List<HostKeyRow> rowsOf(Set<String> ids) {
        return rows(found.stream().filter(key -> ids.contains(key.id())).toList());
    }

    private List<HostKeyRow> rows(List<KnownKey> keys) {
        return keys.stream().map(key -> new HostKeyRow(key, trusted.of(key))).toList();
    }

    public int getFound() {
        return found.size();
    }

    /** Whether there are any keys, found or not. */
    public boolean isEmpty() {
        return all == 0;
    }

    public int getPage() {
        return page;
    }

    public int getPages() {
        return pages();
    }

    private int pages() {
        return Math.max(1, (found.size() + ROWS - 1) / ROWS);
    }

    public String getQuery() {
        return query;
    }

    public String getShow() {
        return show.parameter();
    }

    /** The search as query parameters for links. */
    public String getParameters() {
        return "q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&show=" + show.parameter();
    }

    /** A filter by state. */
    private enum Show {
        ALL,
        WAITING,
        TRUSTED;

        static Show of(String parameter) {
            for (Show show : values()) {
                if (show.parameter().equals(parameter)) {
                    return show;
                }
            }
            return ALL;
        }

        String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean has(KnownKey key) {
            return this == ALL || (this == TRUSTED) == key.state().isTrusted();
        }
    }
}
