package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The platforms that are known: the shipped ones, and the user's own. A shipped definition is read when it is asked for; a
 * user's is read and checked when it is added. Immutable, thread-safe and serializable; {@code with…} gives a new catalog.
 * A definition with the name of one that is there replaces it.
 *
 * <pre>{@code
 * PlatformCatalog catalog = PlatformCatalog.builtIn().with(Path.of("my-platforms"));
 * Platform platform = catalog.find("huawei_vrp").orElseThrow();
 * }</pre>
 */
public final class PlatformCatalog implements Serializable {
    private static final long serialVersionUID = 2L;

    private final transient TreeMap<String, KnownPlatform> platforms;
    /** What a copy elsewhere is made of. */
    private final Origin origin;

    private PlatformCatalog(Map<String, KnownPlatform> platforms, Origin origin) {
        this.platforms = new TreeMap<>(platforms);
        this.origin = origin;
    }

    /**
     * @param shipped whether the shipped platforms are in it
     * @param added the definitions that were added, in the order and the groups in which that was done
     */
    private record Origin(boolean shipped, List<List<PlatformFiles.Source>> added) implements Serializable {
        Origin with(List<PlatformFiles.Source> sources) {
            List<List<PlatformFiles.Source>> all = new ArrayList<>(added);
            all.add(List.copyOf(sources));
            return new Origin(shipped, List.copyOf(all));
        }
    }

    /** The platforms that ship with the engine. */
    public static PlatformCatalog builtIn() {
        return BuiltIn.CATALOG;
    }

    /** A catalog without any platform. */
    public static PlatformCatalog empty() {
        return new PlatformCatalog(Map.of(), new Origin(false, List.of()));
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
        return new PlatformCatalog(new DefinitionLoader(platforms).load(sources), origin.with(sources));
    }

    /** The platform of that name or, if there is none, the one with that alias. */
    public Optional<Platform> find(String nameOrAlias) {
        return known(nameOrAlias).map(KnownPlatform::platform);
    }

    private Optional<KnownPlatform> known(String nameOrAlias) {
        return Optional.ofNullable(platforms.get(nameOrAlias))
                .or(() -> platforms.values().stream()
                        .filter(known -> known.naming().aliases().contains(nameOrAlias))
                        .findFirst());
    }

    /** All names, sorted, without the aliases. */
    public List<String> names() {
        return List.copyOf(platforms.keySet());
    }

    /** How all platforms are called, sorted by name. Reads no definition. */
    public List<Naming> namings() {
        return platforms.values().stream().map(KnownPlatform::naming).toList();
    }

    /** Whether the platform of that name ships with the engine, and nobody replaced it. */
    public boolean isBuiltIn(String name) {
        return platforms.get(name) instanceof ShippedPlatform;
    }

    /** All platforms, sorted by name. Reads all definitions. */
    public List<Platform> all() {
        return platforms.values().stream().map(KnownPlatform::platform).toList();
    }

    /**
     * All platforms, sorted by name, as far as it takes to recognise them: naming, recognition and the prompts of the
     * modes. The rest is that of a platform that nobody described, and may be missing; {@link #find} gives the whole.
     * Reads no shipped definition.
     */
    public List<Platform> outlines() {
        return platforms.values().stream().map(KnownPlatform::outline).toList();
    }

    private Object readResolve() throws InvalidObjectException {
        PlatformCatalog catalog = origin.shipped() ? builtIn() : empty();
        try {
            for (List<PlatformFiles.Source> sources : origin.added()) {
                catalog = catalog.withSources(sources);
            }
        } catch (PlatformDefinitionException e) {
            InvalidObjectException wrong = new InvalidObjectException(e.getMessage());
            wrong.initCause(e);
            throw wrong;
        }
        return catalog;
    }

    /** The index is read at first use, once: the shipped definitions never change. */
    private static final class BuiltIn {
        static final PlatformCatalog CATALOG =
                new PlatformCatalog(ShippedPlatforms.read(), new Origin(true, List.of()));
    }
}
