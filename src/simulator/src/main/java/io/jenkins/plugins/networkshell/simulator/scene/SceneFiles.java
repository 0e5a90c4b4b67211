package io.jenkins.plugins.networkshell.simulator.scene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds scenes and detects which of the two formats they have; users call {@link Scene}. */
public final class SceneFiles {
    private SceneFiles() {}

    public static List<String> shippedNames() {
        return ShippedScenes.names();
    }

    public static Scene shipped(String name) {
        if (!shippedNames().contains(name)) {
            throw new IllegalArgumentException(
                    "no scene '" + name + "' ships with the simulator; there are " + String.join(", ", shippedNames()));
        }
        return parse(ShippedScenes.yaml(name), name + ".yaml", Path.of(""));
    }

    public static Scene load(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString(), folder);
    }

    public static Scene parse(String yaml, String source) {
        return parse(yaml, source, Path.of(""));
    }

    private static Scene parse(String yaml, String source, Path folder) {
        YamlNode root = YamlNode.parse(yaml, source);
        if (root.kind != YamlNode.Kind.MAP) {
            throw root.error("a map of fields is expected");
        }
        try {
            // Only Oxidized's simulations have it, and device2yaml.rb always writes it.
            return root.has("init_prompt") ? new TranscriptReader(root).read() : new SceneReader(root, folder).read();
        } catch (SceneException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new SceneException(source + ": " + e.getMessage(), e);
        }
    }
}
