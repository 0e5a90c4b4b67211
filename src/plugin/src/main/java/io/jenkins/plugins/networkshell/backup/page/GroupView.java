package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangeGroup;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangedLine;
import java.util.List;

/** The same change on several devices. */
public final class GroupView {
    private final ChangeGroup group;

    GroupView(ChangeGroup group) {
        this.group = group;
    }

    public int getCount() {
        return group.devices().size();
    }

    public List<Member> getDevices() {
        return group.devices().stream().map(Member::new).toList();
    }

    public DifferenceView getDifference() {
        return DifferenceView.of(group.change());
    }

    /** The headings, or the first added line: a title for the change. */
    public String getTitle() {
        List<String> path = group.change().path();
        if (!path.isEmpty()) {
            return String.join(" / ", path.stream().map(String::strip).toList());
        }
        List<ChangedLine> lines = group.change().lines();
        ChangedLine telling =
                lines.stream().filter(ChangedLine::added).findFirst().orElse(lines.get(0));
        return (telling.added() ? "+ " : "- ") + telling.text().strip();
    }

    /** @param name of the device */
    public record Member(String name) {
        public String getName() {
            return name;
        }

        public String getEncodedName() {
            return Util.rawEncode(name);
        }
    }
}
