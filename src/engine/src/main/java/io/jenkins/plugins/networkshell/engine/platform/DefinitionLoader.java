package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import io.jenkins.plugins.networkshell.engine.text.NearestName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Adds definitions to the existing ones: resolves {@code extends}, and prevents clashes of names and aliases. */
final class DefinitionLoader {
    private final Map<String, KnownPlatform> old;
    private final Map<String, MappingNode> fresh = new LinkedHashMap<>();
    private final Map<String, Definition> loaded = new HashMap<>();
    private final Set<String> loading = new LinkedHashSet<>();

    DefinitionLoader(Map<String, KnownPlatform> old) {
        this.old = old;
    }

    Map<String, KnownPlatform> load(List<PlatformFiles.Source> sources) throws PlatformDefinitionException {
        for (PlatformFiles.Source source : sources) {
            MappingNode tree = DefinitionTree.parse(source.name(), source.text());
            FieldReader header = FieldReader.header(tree);
            String name = Names.read(header, "name");
            MappingNode other = fresh.putIfAbsent(name, tree);
            if (other != null) {
                throw header.wrong(
                        "name",
                        "is '" + name + "', as in " + DefinitionTree.at(other).source(),
                        "a name of its own");
            }
        }
        for (String name : fresh.keySet()) {
            load(name);
        }
        Map<String, KnownPlatform> all = new HashMap<>(old);
        all.putAll(loaded);
        checkAliases(all);
        return all;
    }

    private Definition load(String name) throws PlatformDefinitionException {
        Definition done = loaded.get(name);
        if (done != null) {
            return done;
        }
        loading.add(name);
        Definition definition = Definition.read(fresh.get(name), (base, header) -> base(base, name, header));
        loading.remove(name);
        loaded.put(name, definition);
        return definition;
    }

    private MappingNode base(String base, String name, FieldReader header) throws PlatformDefinitionException {
        if (fresh.containsKey(base) && !base.equals(name)) {
            if (loading.contains(base)) {
                List<String> circle = new ArrayList<>(loading);
                circle.add(base);
                throw header.wrong("extends", "goes in a circle: " + String.join(" > ", circle), "a line of ancestors");
            }
            return load(base).tree();
        }
        KnownPlatform known = old.get(base);
        if (known == null) {
            Set<String> names = new TreeSet<>(old.keySet());
            names.addAll(fresh.keySet());
            names.remove(name);
            throw header.wrong(
                    "extends",
                    "is '" + base + "'" + NearestName.question(base, names),
                    "a known platform: " + String.join(", ", names));
        }
        return known.tree();
    }

    private void checkAliases(Map<String, KnownPlatform> all) throws PlatformDefinitionException {
        for (Definition definition : loaded.values()) {
            Naming own = definition.naming();
            FieldReader header = FieldReader.header(definition.tree());
            for (KnownPlatform known : all.values()) {
                Naming other = known.naming();
                if (known == definition) {
                    continue;
                }
                for (int i = 0; i < own.aliases().size(); i++) {
                    String alias = own.aliases().get(i);
                    if (other.name().equals(alias) || other.aliases().contains(alias)) {
                        throw header.wrongItem(
                                "aliases",
                                i,
                                "is '" + alias + "', which already names '" + other.name() + "'",
                                "a name that no other platform has");
                    }
                }
                if (other.aliases().contains(own.name())) {
                    throw header.wrong(
                            "name",
                            "is '" + own.name() + "', which is an alias of '" + other.name() + "'",
                            "a name that no other platform has, or '" + other.name() + "' to replace that one");
                }
            }
        }
    }
}
