package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.Origin;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.Problems;
import io.jenkins.plugins.networkshell.engine.text.NearestName;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The groups of a device, in the order in which their values override each other: parents before children. */
final class GroupOrder {
    private final Map<String, Draft.Group> groups;
    private final Problems problems;
    private final Map<String, List<Draft.Group>> withParents = new HashMap<>();

    GroupOrder(Map<String, Draft.Group> groups, Problems problems) {
        this.groups = groups;
        this.problems = problems;
    }

    /**
     * Reports parents that do not exist.
     *
     * @throws InventoryException if a group is its own ancestor
     */
    void check() throws InventoryException {
        for (Draft.Group group : groups.values()) {
            for (Setting parent : group.parents()) {
                if (!groups.containsKey(parent.value())) {
                    unknown(parent, "groups." + group.name() + ".groups");
                }
            }
        }
        for (Draft.Group group : groups.values()) {
            withParents(group, new LinkedHashSet<>());
        }
    }

    private void unknown(Setting reference, String path) throws InventoryException {
        problems.add(
                reference.origin().at(),
                path,
                "names the group " + Quoted.of(reference.value()) + ", which does not exist"
                        + NearestName.question(reference.value(), groups.keySet()),
                groups.isEmpty() ? "groups that stand below 'groups'" : listed());
    }

    private String listed() {
        int most = 20;
        List<String> names = groups.keySet().stream().limit(most).toList();
        return String.join(", ", names) + (groups.size() > most ? ", ..." : "");
    }

    private List<Draft.Group> withParents(Draft.Group group, Set<String> way) throws InventoryException {
        List<Draft.Group> done = withParents.get(group.name());
        if (done != null) {
            return done;
        }
        if (!way.add(group.name())) {
            throw problems.fatal(
                    group.at(),
                    "groups." + group.name(),
                    "is its own ancestor (" + String.join(" -> ", way) + " -> " + group.name() + ")",
                    "groups whose parents do not lead back to them");
        }
        Set<Draft.Group> order = new LinkedHashSet<>();
        for (Setting parent : group.parents()) {
            Draft.Group known = groups.get(parent.value());
            if (known != null) {
                order.addAll(withParents(known, way));
            }
        }
        order.add(group);
        way.remove(group.name());
        List<Draft.Group> list = List.copyOf(order);
        withParents.put(group.name(), list);
        return list;
    }

    /**
     * Adds the groups of a device to {@code found}, and the origin of each membership to {@code memberships}.
     */
    void collect(Draft.Entry entry, List<Draft.Group> found, List<Setting> memberships) throws InventoryException {
        Set<Draft.Group> seen = new LinkedHashSet<>();
        for (Setting reference : entry.groups()) {
            Draft.Group group = groups.get(reference.value());
            if (group == null) {
                unknown(reference, entry.path() + ".groups");
                continue;
            }
            for (Draft.Group each : withParents(group, new LinkedHashSet<>())) {
                if (seen.add(each)) {
                    found.add(each);
                    memberships.add(
                            each == group
                                    ? reference
                                    : new Setting(each.name(), Origin.of(group.at(), "group " + group.name())));
                }
            }
        }
    }
}
