package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.CaptureReference;
import java.util.List;
import org.kohsuke.stapler.StaplerRequest2;

/** A comparison of any two captures: two versions of a device, or two devices. */
public final class ComparePage {
    private final String before;
    private final String now;
    private final boolean sideBySide;
    private final List<StateRow> known;
    private DifferenceView difference;
    private String problem;

    private ComparePage(String before, String now, boolean sideBySide, List<StateRow> known) {
        this.before = before;
        this.now = now;
        this.sideBySide = sideBySide;
        this.known = known;
    }

    static ComparePage of(StaplerRequest2 request, ArchiveTexts texts, List<StateRow> known) {
        ComparePage page = new ComparePage(
                Util.fixNull(request.getParameter("before")).strip(),
                Util.fixNull(request.getParameter("now")).strip(),
                "side".equals(request.getParameter("view")),
                known);
        if (!page.before.isEmpty() && !page.now.isEmpty()) {
            page.compare(texts);
        }
        return page;
    }

    private void compare(ArchiveTexts texts) {
        try {
            difference = new DifferenceView(
                    texts.history().difference(CaptureReference.parse(before), CaptureReference.parse(now), null),
                    sideBySide);
        } catch (ArchiveException e) {
            problem = e.getMessage() + e.hint().map(hint -> " " + hint).orElse("");
        }
    }

    public String getBefore() {
        return before;
    }

    public String getNow() {
        return now;
    }

    public boolean isSideBySide() {
        return sideBySide;
    }

    /** Null if nothing was compared. */
    public DifferenceView getDifference() {
        return difference;
    }

    /** What is wrong with the request, for display; null for nothing. */
    public String getProblem() {
        return problem;
    }

    /** For suggestions while typing. */
    public List<StateRow> getKnown() {
        return known;
    }
}
