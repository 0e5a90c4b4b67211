package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import io.jenkins.plugins.networkshell.engine.text.NearestName;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The known platforms: the shipped ones, and the user's own. A shipped definition is read on first use; a user's
 * definition is read and checked when it is added. Immutable, thread-safe and serializable; {@code with…} returns a new
 * catalog. A definition with the name of an existing platform replaces it.
 *
 * <pre>{@code
 * PlatformCatalog catalog = PlatformCatalog.builtIn().with(Path.of("my-platforms"));
 * Platform platform = catalog.find("huawei_vrp").orElseThrow();
 * }</pre>
 */
public final class PlatformCatalog implements Serializable {
    private static final long serialVersionUID = 2L;
    /** Shorter parts of a name say nothing. */
    private static final int SHORTEST_PART = 3;

    private final transient TreeMap<String, KnownPlatform> platforms;
    /** The data from which a copy on another machine is made. */
    private final Origin origin;

    private PlatformCatalog(Map<String, KnownPlatform> platforms, Origin origin) {
        this.platforms = new TreeMap<>(platforms);
        this.origin = origin;
    }

    /**
     * @param shipped whether the shipped platforms are in it
     * @param added the added definitions, in the order and the groups in which they were added
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
     * This catalog plus the definitions of a file, or of all {@code *.yaml} and {@code *.yml} files directly in a
     * directory; the definitions may extend each other.
     *
     * @throws PlatformDefinitionException if a definition is invalid, or the file can't be read; the message names file,
     *     line, field and what is allowed there
     */
    public PlatformCatalog with(Path directoryOrFile) throws PlatformDefinitionException {
        return withSources(PlatformFiles.read(directoryOrFile));
    }

    /**
     * This catalog plus one definition.
     *
     * @param name identifies the text in error messages, in place of a file name
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

    /**
     * The platform that was probably meant by an unknown name: the only one with a name or alias that contains it, or
     * one with a similar name or alias.
     *
     * @return its name, not the alias
     */
    public Optional<String> meantBy(String unknown) {
        Map<String, String> byName = new TreeMap<>();
        for (Naming naming : namings()) {
            byName.put(naming.name(), naming.name());
            naming.aliases().forEach(alias -> byName.put(alias, naming.name()));
        }
        String wanted = letters(unknown);
        Set<String> containing = byName.entrySet().stream()
                .filter(name -> wanted.length() >= SHORTEST_PART
                        && letters(name.getKey()).contains(wanted))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return containing.size() == 1
                ? containing.stream().findFirst()
                : NearestName.of(unknown, byName.keySet()).map(byName::get);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]", "");
    }

    /** The same as a question for the end of a sentence, with a leading blank; empty if nothing is close. */
    public String meantQuestion(String unknown) {
        return meantBy(unknown).map(NearestName::question).orElse("");
    }

    /** All names, sorted, without the aliases. */
    public List<String> names() {
        return List.copyOf(platforms.keySet());
    }

    /** The names of all platforms, sorted by name. Reads no definition. */
    public List<Naming> namings() {
        return platforms.values().stream().map(KnownPlatform::naming).toList();
    }

    /** Whether the platform of that name ships with the engine and has not been replaced. */
    public boolean isBuiltIn(String name) {
        return platforms.get(name) instanceof ShippedPlatform;
    }

    /** All platforms, sorted by name. Reads all definitions. */
    public List<Platform> all() {
        return platforms.values().stream().map(KnownPlatform::platform).toList();
    }

    /**
     * All platforms, sorted by name, with only what is needed to recognise them: naming, recognition and the prompts of
     * the modes. The other fields have defaults and may be incomplete; {@link #find} returns the whole platform. Reads
     * no shipped definition.
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

    /** The index is read once, on first use: the shipped definitions never change. */
    private static final class BuiltIn {
        static final PlatformCatalog CATALOG =
                new PlatformCatalog(ShippedPlatforms.read(), new Origin(true, List.of()));
    }
}
