package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveSearch;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchivedFile;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationSearch;
import io.jenkins.plugins.networkshell.engine.backup.change.SearchHit;
import io.jenkins.plugins.networkshell.engine.session.DeviceFileName;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kohsuke.stapler.StaplerRequest2;

/** A search over the latest configurations of all devices: which contain a line, or which lack it. */
public final class SearchPage {
    /** More devices than a person reads; the page shows the total number found. */
    private static final int SHOWN = 200;
    /** The maximum number of lines of one device. */
    private static final int LINES = 5;

    private final String pattern;
    private final boolean lacking;
    private final boolean ignoreCase;
    private final int searched;
    private String problem;
    private int found;
    private List<Device> devices = List.of();

    private SearchPage(String pattern, boolean lacking, boolean ignoreCase, int searched) {
        this.pattern = pattern;
        this.lacking = lacking;
        this.ignoreCase = ignoreCase;
        this.searched = searched;
    }

    static SearchPage of(StaplerRequest2 request, ArchiveTexts texts, List<StateRow> known) throws ArchiveException {
        SearchPage page = new SearchPage(
                Util.fixNull(request.getParameter("pattern")),
                request.hasParameter("lacking"),
                request.hasParameter("ignoreCase"),
                known.size());
        if (!page.pattern.isEmpty()) {
            page.search(texts, known);
        }
        return page;
    }

    private void search(ArchiveTexts texts, List<StateRow> known) throws ArchiveException {
        Map<String, StateRow> byFile = known.stream()
                .collect(Collectors.toMap(
                        row -> DeviceFileName.of(row.getName()), Function.identity(), (one, other) -> one));
        try {
            ConfigurationSearch search = new ConfigurationSearch(pattern, ignoreCase);
            ArchiveSearch archive = ArchiveSearch.withoutSecrets(texts.reader(), SearchPage::isPrimary);
            List<Device> all = lacking
                    ? archive.lacking(search).stream()
                            .map(file -> new Device(byFile.get(file.device()), List.of(), 0))
                            .toList()
                    : archive.matching(search).stream()
                            .map(hit -> new Device(
                                    byFile.get(hit.file().device()),
                                    lines(hit),
                                    hit.hits().size()))
                            .toList();
            List<Device> shown =
                    all.stream().filter(device -> device.row != null).toList();
            found = shown.size();
            devices = shown.subList(0, Math.min(SHOWN, shown.size()));
        } catch (IllegalArgumentException e) {
            problem = e.getMessage();
        }
    }

    private static boolean isPrimary(ArchivedFile file) {
        return file.configuration() == null;
    }

    private static List<Line> lines(ArchiveSearch.Found found) {
        return found.hits().stream().limit(LINES).map(Line::new).toList();
    }

    public String getPattern() {
        return pattern;
    }

    public boolean isLacking() {
        return lacking;
    }

    public boolean isIgnoreCase() {
        return ignoreCase;
    }

    public boolean isDone() {
        return !pattern.isEmpty() && problem == null;
    }

    /** What is wrong with the pattern, in one sentence; null for nothing. */
    public String getProblem() {
        return problem;
    }

    /** The number of devices in the archive. */
    public int getSearched() {
        return searched;
    }

    public int getFound() {
        return found;
    }

    public List<Device> getDevices() {
        return devices;
    }

    /** A device in the search result. */
    public static final class Device {
        private final StateRow row;
        private final List<Line> lines;
        private final int count;

        Device(StateRow row, List<Line> lines, int count) {
            this.row = row;
            this.lines = lines;
            this.count = count;
        }

        public StateRow getRow() {
            return row;
        }

        public List<Line> getLines() {
            return lines;
        }

        /** The number of lines that are not shown. */
        public int getMore() {
            return count - lines.size();
        }
    }

    /** A line in the search result. */
    public static final class Line {
        private final SearchHit hit;

        Line(SearchHit hit) {
            this.hit = hit;
        }

        public int getNumber() {
            return hit.number();
        }

        public String getText() {
            return hit.line();
        }

        /** The sections that contain it; empty at the top level. */
        public String getPath() {
            return String.join(" / ", hit.path().stream().map(String::strip).toList());
        }
    }
}
