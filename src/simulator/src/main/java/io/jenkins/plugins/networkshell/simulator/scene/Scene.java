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
 * Everything about a simulated device except its address. Immutable, so one scene can serve thousands of devices.
 *
 * @param name for instance {@code huawei_vrp}
 * @param hostName the initial value of {@code ${host}}; each device can have its own
 * @param variables initial values of {@code ${name}}; commands may change them
 * @param latency between each input and the device's reaction; zero: none
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
     * @throws IllegalArgumentException if there is none of that name; the message lists the existing ones
     */
    public static Scene shipped(String name) {
        return SceneFiles.shipped(name);
    }

    /** The names of shipped scenes, sorted. */
    public static List<String> shippedNames() {
        return SceneFiles.shippedNames();
    }

    /**
     * Reads a scene, or a device simulation in Oxidized's format, from a file.
     *
     * @throws SceneException if the file is not a scene; the message names file, line, field and what is allowed
     */
    public static Scene load(Path file) throws IOException {
        return SceneFiles.load(file);
    }

    /** Reads a scene from text; {@code source} is the file name in errors. */
    public static Scene parse(String yaml, String source) {
        return SceneFiles.parse(yaml, source);
    }

    /** A scene by the name of a shipped scene or a file, for command lines. */
    public static Scene of(String nameOrFile) throws IOException {
        return shippedNames().contains(nameOrFile) ? shipped(nameOrFile) : load(Path.of(nameOrFile));
    }

    /** Builds a scene in code, starting from the defaults. */
    public static SceneBuilder builder(String name) {
        return new SceneBuilder(name);
    }

    /** A builder with the values of this scene. */
    public SceneBuilder toBuilder() {
        return new SceneBuilder(this);
    }
}
