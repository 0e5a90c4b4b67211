package io.jenkins.plugins.networkshell.engine.platform;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The platforms that ship with the engine: the YAML files next to this class. A class path cannot be listed, so the
 * build lists them: it runs this class on the folder of compiled classes, and the class writes the {@link
 * PlatformIndex} there.
 */
public final class ShippedPlatforms {
    private static final String INDEX = "platforms.index";
    /** Always present, and so a way to find the others if the class path is a folder. */
    private static final String ANY = "generic.yaml";

    private ShippedPlatforms() {}

    /** @param arguments the folder of classes into which the definitions were copied */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (String name : ShippedPlatforms.class.getPackageName().split("\\.")) {
            folder = folder.resolve(name);
        }
        Files.writeString(folder.resolve(INDEX), PlatformIndex.write(PlatformFiles.read(folder)));
    }

    static Map<String, KnownPlatform> read() {
        return read(PlatformFiles::shipped);
    }

    /** @param files reads the definition of a given name */
    static Map<String, KnownPlatform> read(Function<String, PlatformFiles.Source> files) {
        Map<String, KnownPlatform> platforms = new TreeMap<>();
        Definition.Bases bases = (base, header) -> platforms.get(base).tree();
        for (PlatformIndex.Entry entry : PlatformIndex.parse(index())) {
            platforms.put(entry.naming().name(), new ShippedPlatform(entry, files, bases));
        }
        return platforms;
    }

    private static String index() {
        return PlatformFiles.resource(INDEX).orElseGet(ShippedPlatforms::indexOfFolder);
    }

    /** An IDE runs the classes without the rest of the build. */
    private static String indexOfFolder() {
        URL any = ShippedPlatforms.class.getResource(ANY);
        if (any == null || !any.getProtocol().equals("file")) {
            throw new IllegalStateException("The index of the shipped platforms is missing: " + INDEX);
        }
        try {
            List<PlatformFiles.Source> sources = PlatformFiles.read(folderOf(any.toURI()));
            return PlatformIndex.write(sources);
        } catch (PlatformDefinitionException | URISyntaxException e) {
            throw new IllegalStateException("A shipped platform is wrong. " + e.getMessage(), e);
        }
    }

    private static Path folderOf(URI file) {
        return Path.of(file).getParent();
    }
}
