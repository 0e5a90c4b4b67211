package io.jenkins.plugins.networkshell.simulator.scene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scenes that ship with the simulator: all YAML files of one resource folder. A class path can't be listed, so the
 * build creates the list: it runs this class on its folder of classes.
 */
public final class ShippedScenes {
    private static final String FOLDER = "io/jenkins/plugins/networkshell/simulator/scenes";
    private static final String INDEX = "index";
    private static final String YAML = ".yaml";

    private ShippedScenes() {}

    /** @param arguments the folder of classes into which the scenes were copied */
    public static void main(String[] arguments) throws IOException {
        Path scenes = Path.of(arguments[0], FOLDER);
        Files.writeString(scenes.resolve(INDEX), String.join("\n", names(scenes)));
    }

    static List<String> names() {
        URL index = ShippedScenes.class.getResource("/" + FOLDER + "/" + INDEX);
        if (index != null) {
            return text(index).lines().toList();
        }
        // An IDE runs the classes without the rest of the build.
        URL folder = ShippedScenes.class.getResource("/" + FOLDER);
        if (folder == null || !folder.getProtocol().equals("file")) {
            throw new IllegalStateException("the simulator's jar lacks " + FOLDER + "/" + INDEX);
        }
        try {
            return names(Path.of(folder.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String yaml(String name) {
        return text(ShippedScenes.class.getResource("/" + FOLDER + "/" + name + YAML));
    }

    private static List<String> names(Path scenes) throws IOException {
        try (Stream<Path> files = Files.list(scenes)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(YAML))
                    .map(file -> file.substring(0, file.length() - YAML.length()))
                    .sorted()
                    .toList();
        }
    }

    private static String text(URL resource) {
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
