package io.jenkins.plugins.networkshell.cli;

import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Simulated devices, the inventory that names them, and the archive of their backup. */
final class SimulatedNetwork implements AutoCloseable {
    private final DeviceSimulator simulator = DeviceSimulator.start();
    private final Map<String, SimulatedDevice> devices = new LinkedHashMap<>();
    private final List<String> inventory = new ArrayList<>();
    private final Path folder;
    private Cli cli = new Cli();

    /** @param folder for inventory and archive */
    SimulatedNetwork(Path folder) {
        this.folder = folder;
    }

    SimulatedDevice add(String name, Scene scene, String platform) {
        SimulatedDevice device = simulator.add(scene);
        devices.put(name, device);
        inventory.add("  - {name: " + name + ", host: " + device.host() + ", port: " + device.port() + ", username: "
                + device.user() + ", passwordEnv: " + variable(name) + ", platform: " + platform
                + ", hostKeys: accept-any, silenceTimeout: 3s}\n");
        return device;
    }

    SimulatedDevice add(String name, String platform) {
        return add(name, Scene.shipped(platform), platform);
    }

    /** The same device with another configuration, at another address. */
    SimulatedDevice replace(String name, Scene scene, String platform) {
        inventory.removeIf(line -> line.contains("name: " + name + ","));
        return add(name, scene, platform);
    }

    private static String variable(String name) {
        return "PW_" + name.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
    }

    Path archive() {
        return folder.resolve("configs");
    }

    Path inventory() throws IOException {
        return Files.writeString(folder.resolve("devices.yaml"), "devices:\n" + String.join("", inventory));
    }

    Cli cli() {
        devices.forEach((name, device) -> cli.with(variable(name), device.password()));
        return cli;
    }

    /** The next run is a process of its own. */
    void startAgain() {
        cli = new Cli();
    }

    /** {@code backup} of the network into its archive. */
    Cli.Outcome backup(String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(
                "backup",
                "--inventory",
                inventory().toString(),
                "--out",
                archive().toString(),
                "--retries",
                "0"));
        args.addAll(List.of(more));
        return cli().run(args.toArray(String[]::new));
    }

    String file(String name) throws IOException {
        return Files.readString(archive().resolve(name));
    }

    @Override
    public void close() throws IOException {
        simulator.close();
    }
}
