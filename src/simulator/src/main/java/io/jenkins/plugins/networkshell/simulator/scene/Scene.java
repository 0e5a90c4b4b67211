package io.jenkins.plugins.networkshell.simulator.scene;

import io.jenkins.plugins.networkshell.simulator.traffic.Chunking;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything about one simulated device except where it listens. Immutable, so one scene can serve thousands of devices.
 *
 * @param name for instance {@code huawei_vrp}
 * @param hostName the value of {@code ${host}} when a device starts; each device may get its own
 * @param variables what {@code ${name}} is when a device starts; commands may change them
 * @param latency added between each input and what the device does with it; zero: none
 */
public record Scene(
        String name,
        String hostName,
        Map<String, String> variables,
        SshSettings ssh,
        Login login,
        Terminal terminal,
        Paging paging,
        Script script,
        List<LogEvent> log,
        List<FaultPlan> faults,
        Chunking chunking,
        Duration latency) {
    public Scene {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(hostName, "hostName");
        variables = Map.copyOf(variables);
        log = List.copyOf(log);
        faults = List.copyOf(faults);
    }

    /**
     * A scene that ships with the simulator.
     *
     * @throws IllegalArgumentException when there is none of that name; the message lists those that exist
     */
    public static Scene shipped(String name) {
        return SceneFiles.shipped(name);
    }

    /** The names that {@link #shipped} knows, sorted. */
    public static List<String> shippedNames() {
        return SceneFiles.shippedNames();
    }

    /**
     * Reads a scene, or a device simulation in Oxidized's format, from a file.
     *
     * @throws SceneException when the file is not a scene: names file, line, field and what is allowed
     */
    public static Scene load(Path file) throws IOException {
        return SceneFiles.load(file);
    }

    /** Reads a scene from text; {@code source} stands for the file's name in errors. */
    public static Scene parse(String yaml, String source) {
        return SceneFiles.parse(yaml, source);
    }

    /** A shipped scene's name, or else a file's: what a command line takes. */
    public static Scene of(String nameOrFile) throws IOException {
        return shippedNames().contains(nameOrFile) ? shipped(nameOrFile) : load(Path.of(nameOrFile));
    }

    /** A scene made in code, starting from the defaults. */
    public static SceneBuilder builder(String name) {
        return new SceneBuilder(name);
    }

    /** A copy to change. */
    public SceneBuilder toBuilder() {
        return new SceneBuilder(this);
    }
}
