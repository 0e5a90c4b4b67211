package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog.Definition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Adds definitions to those that are there: resolves {@code extends}, and keeps names and aliases apart. */
final class DefinitionLoader {
    private final Map<String, Definition> old;
    private final Map<String, Yaml.Fields> fresh = new LinkedHashMap<>();
    private final Map<String, Definition> loaded = new HashMap<>();
    private final Set<String> loading = new LinkedHashSet<>();

    DefinitionLoader(Map<String, Definition> old) {
        this.old = old;
    }

    Map<String, Definition> load(List<PlatformFiles.Source> sources) throws PlatformDefinitionException {
        for (PlatformFiles.Source source : sources) {
            Yaml.Fields tree = YamlTree.parse(source.name(), source.text());
            String name = Names.read(header(tree), "name");
            Yaml.Fields other = fresh.putIfAbsent(name, tree);
            if (other != null) {
                throw header(tree)
                        .wrong("name", "is '" + name + "', as in " + other.at().source(), "a name of its own");
            }
        }
        for (String name : fresh.keySet()) {
            load(name);
        }
        Map<String, Definition> all = new HashMap<>(old);
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
        Yaml.Fields tree = fresh.get(name);
        FieldReader header = header(tree);
        if (header.has("extends")) {
            String base = header.text("extends", null);
            tree = Inheritance.merge(base(base, name, header).tree(), tree, base.equals(name));
        }
        Definition definition = new Definition(PlatformReader.read(tree), tree);
        loading.remove(name);
        loaded.put(name, definition);
        return definition;
    }

    private Definition base(String base, String name, FieldReader header) throws PlatformDefinitionException {
        if (fresh.containsKey(base) && !base.equals(name)) {
            if (loading.contains(base)) {
                List<String> circle = new ArrayList<>(loading);
                circle.add(base);
                throw header.wrong("extends", "goes in a circle: " + String.join(" > ", circle), "a line of ancestors");
            }
            return load(base);
        }
        Definition definition = old.get(base);
        if (definition == null) {
            Set<String> known = new TreeSet<>(old.keySet());
            known.addAll(fresh.keySet());
            known.remove(name);
            throw header.wrong("extends", "is '" + base + "'", "a known platform: " + String.join(", ", known));
        }
        return definition;
    }

    private void checkAliases(Map<String, Definition> all) throws PlatformDefinitionException {
        for (Definition definition : loaded.values()) {
            List<String> aliases = definition.platform().aliases();
            for (int i = 0; i < aliases.size(); i++) {
                for (Definition other : all.values()) {
                    boolean taken = other.platform().name().equals(aliases.get(i))
                            || other.platform().aliases().contains(aliases.get(i));
                    if (other != definition && taken) {
                        throw header(definition.tree())
                                .wrongItem(
                                        "aliases",
                                        i,
                                        "is '" + aliases.get(i) + "', which already names '"
                                                + other.platform().name() + "'",
                                        "a name that no other platform has");
                    }
                }
            }
            checkName(definition, all);
        }
    }

    private static void checkName(Definition definition, Map<String, Definition> all)
            throws PlatformDefinitionException {
        String name = definition.platform().name();
        for (Definition other : all.values()) {
            if (other != definition && other.platform().aliases().contains(name)) {
                throw header(definition.tree())
                        .wrong(
                                "name",
                                "is '" + name + "', which is an alias of '"
                                        + other.platform().name() + "'",
                                "a name that no other platform has, or '"
                                        + other.platform().name() + "' to replace that one");
            }
        }
    }

    /** Reads single fields without a look at the others, which the {@link PlatformReader} checks. */
    private static FieldReader header(Yaml.Fields tree) throws PlatformDefinitionException {
        return new FieldReader(tree, "", tree.fields().keySet());
    }
}
