package io.jenkins.plugins.networkshell.engine.platform;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The platforms that are known: the shipped ones, and the user's own. Immutable, thread-safe and serializable;
 * {@code with…} gives a new catalog. A definition with the name of one that is there replaces it.
 *
 * <pre>{@code
 * PlatformCatalog catalog = PlatformCatalog.builtIn().with(Path.of("my-platforms"));
 * Platform platform = catalog.find("huawei_vrp").orElseThrow();
 * }</pre>
 */
public final class PlatformCatalog implements Serializable {
    private static final long serialVersionUID = 1L;

    /** By name. */
    private final TreeMap<String, Definition> definitions;

    PlatformCatalog(Map<String, Definition> definitions) {
        this.definitions = new TreeMap<>(definitions);
    }

    /**
     * A platform, and the tree it was read from, which {@code extends} needs.
     */
    record Definition(Platform platform, Yaml.Fields tree) implements Serializable {}

    /** The platforms that ship with the engine. */
    public static PlatformCatalog builtIn() {
        return BuiltIn.CATALOG;
    }

    /** A catalog without any platform. */
    public static PlatformCatalog empty() {
        return new PlatformCatalog(Map.of());
    }

    /**
     * This catalog and the definitions of a file, or of all {@code *.yaml} and {@code *.yml} files right in a directory,
     * which may extend each other.
     */
    public PlatformCatalog with(Path directoryOrFile) throws PlatformDefinitionException {
        return withSources(PlatformFiles.read(directoryOrFile));
    }

    /**
     * This catalog and one definition more.
     *
     * @param name what to call the text in error messages, where a file's name would stand
     * @param yaml the definition
     */
    public PlatformCatalog withText(String name, String yaml) throws PlatformDefinitionException {
        return withSources(List.of(new PlatformFiles.Source(name, yaml)));
    }

    PlatformCatalog withSources(List<PlatformFiles.Source> sources) throws PlatformDefinitionException {
        return new PlatformCatalog(new DefinitionLoader(definitions).load(sources));
    }

    /** The platform of that name or, where there is none, the one with that alias. */
    public Optional<Platform> find(String nameOrAlias) {
        Definition definition = definitions.get(nameOrAlias);
        if (definition != null) {
            return Optional.of(definition.platform());
        }
        return all().stream()
                .filter(platform -> platform.aliases().contains(nameOrAlias))
                .findFirst();
    }

    /** All names, sorted, without the aliases. */
    public List<String> names() {
        return List.copyOf(definitions.keySet());
    }

    /** All platforms, sorted by name. */
    public List<Platform> all() {
        return definitions.values().stream().map(Definition::platform).toList();
    }

    Map<String, Definition> definitions() {
        return Collections.unmodifiableMap(definitions);
    }

    /** Loaded at first use, once: the shipped definitions never change. */
    private static final class BuiltIn {
        static final PlatformCatalog CATALOG = load();

        private static PlatformCatalog load() {
            try {
                return empty().withSources(PlatformFiles.shipped());
            } catch (PlatformDefinitionException e) {
                throw new IllegalStateException("A shipped platform is wrong. " + e.getMessage(), e);
            }
        }
    }
}
