package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.Origin;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.text.Position;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hosts, groups and variables of an Ansible inventory, in any of its formats. Variables override each other as in
 * Ansible: those of deeper groups win, of groups at the same depth those of the last in alphabetical order, and the
 * host's own over all. For one file.
 */
final class AnsibleInventory {
    static final String ALL = "all";
    private static final int DEEPEST = 100;
    private static final String TEMPLATE_OF_NAME = "{{ inventory_hostname }}";

    private final Source source;
    private final Reading reading;
    private final AnsibleVariables variables;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final Map<String, List<String>> parents = new LinkedHashMap<>();

    AnsibleInventory(Source source, Reading reading) {
        this.source = source;
        this.reading = reading;
        variables = new AnsibleVariables(source, reading);
    }

    /** A value as written. */
    record Variable(String value, Position at) {}

    private record Group(Position at, Set<String> children, Map<String, Variable> variables) {}

    private record Host(Position at, Set<String> groups, Map<String, Variable> variables) {}

    void group(String name, Position at) {
        groups.computeIfAbsent(name, key -> new Group(at, new TreeSet<>(), new LinkedHashMap<>()));
    }

    void child(String parent, String child, Position at) {
        group(parent, at);
        group(child, at);
        groups.get(parent).children().add(child);
    }

    void groupVariable(String group, String name, Variable variable) {
        group(group, variable.at());
        groups.get(group).variables().put(name, variable);
    }

    /** A host, or several if the name has a range. */
    void host(String group, String pattern, Map<String, Variable> values, Position at) throws InventoryException {
        group(group, at);
        List<String> names;
        try {
            names = Ranges.ANSIBLE.expand(pattern);
        } catch (IllegalArgumentException e) {
            reading.problems().add(at, pattern, e.getMessage(), "a range such as [01:50]");
            return;
        }
        for (String name : names) {
            Host host = hosts.computeIfAbsent(name, key -> new Host(at, new TreeSet<>(), new LinkedHashMap<>()));
            host.groups().add(group);
            host.variables().putAll(values);
        }
    }

    /** Transfers everything to the draft. */
    void finish() throws InventoryException {
        group(ALL, source.line(0));
        AnsibleVariableFiles files = new AnsibleVariableFiles(source, reading);
        for (String name : List.copyOf(groups.keySet())) {
            groups.get(name).variables().putAll(files.ofGroup(name));
        }
        Map<String, Integer> depths = depths();
        for (var group : groups.entrySet()) {
            String level = "group " + group.getKey();
            reading.draft()
                    .groups()
                    .put(
                            group.getKey(),
                            new Draft.Group(
                                    group.getKey(),
                                    group.getValue().at(),
                                    List.of(),
                                    variables.values(group.getValue().variables(), level)));
        }
        for (var host : hosts.entrySet()) {
            host.getValue().variables().putAll(files.ofHost(host.getKey()));
            add(host.getKey(), host.getValue(), depths);
        }
        variables.report();
    }

    private void add(String name, Host host, Map<String, Integer> depths) throws InventoryException {
        if (variables.isNotReachedBySsh(name, host.variables())) {
            return;
        }
        List<String> memberships = memberships(host, depths);
        Map<String, Variable> own = new LinkedHashMap<>(host.variables());
        for (String group : memberships) {
            // The template's value is known only per host.
            Variable address = groups.get(group).variables().get("ansible_host");
            if (address != null && !host.variables().containsKey("ansible_host")) {
                own.put("ansible_host", address);
            }
        }
        own.computeIfPresent(
                "ansible_host",
                (key, variable) -> new Variable(
                        variable.value().replace(TEMPLATE_OF_NAME, name).replace("{{inventory_hostname}}", name),
                        variable.at()));
        List<Setting> settings = memberships.stream()
                .filter(group ->
                        !group.equals(ALL) || !groups.get(ALL).variables().isEmpty())
                .map(group -> new Setting(group, Origin.of(host.at(), "device")))
                .toList();
        reading.draft()
                .entries()
                .add(new Draft.Entry(
                        name,
                        host.at(),
                        new Setting(name, Origin.of(host.at(), "device")),
                        source.defaults(),
                        settings,
                        variables.hostValues(own),
                        Ranges.NONE));
    }

    /** All groups of the host, including indirect ones, with the lowest precedence first. */
    private List<String> memberships(Host host, Map<String, Integer> depths) {
        Set<String> found = new TreeSet<>(host.groups());
        List<String> open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            String child = open.remove(open.size() - 1);
            for (String parent : parents(child)) {
                if (found.add(parent)) {
                    open.add(parent);
                }
            }
        }
        found.add(ALL);
        return found.stream()
                .sorted(Comparator.<String>comparingInt(depths::get).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private List<String> parents(String child) {
        return parents.computeIfAbsent(
                child,
                key -> groups.entrySet().stream()
                        .filter(group -> group.getValue().children().contains(key))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private Map<String, Integer> depths() throws InventoryException {
        Map<String, Integer> depths = new LinkedHashMap<>();
        groups.keySet().forEach(name -> depths.put(name, name.equals(ALL) ? 0 : 1));
        boolean changed = true;
        for (int round = 0; changed; round++) {
            changed = false;
            for (var group : groups.entrySet()) {
                for (String child : group.getValue().children()) {
                    int depth = depths.get(group.getKey()) + 1;
                    if (depths.get(child) < depth) {
                        depths.put(child, depth);
                        changed = true;
                    }
                    if (round > DEEPEST) {
                        throw reading.problems()
                                .fatal(
                                        groups.get(child).at(),
                                        child,
                                        "is a group that is its own ancestor, with " + Quoted.of(group.getKey()),
                                        "groups whose children do not lead back to them");
                    }
                }
            }
        }
        return depths;
    }
}
