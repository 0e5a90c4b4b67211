package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangeGroup;
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

    /** The innermost heading, or the first changed line: what to call the change. */
    public String getTitle() {
        List<String> path = group.change().path();
        return path.isEmpty()
                ? group.change().lines().get(0).text().strip()
                : String.join(" / ", path.stream().map(String::strip).toList());
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
