package io.jenkins.plugins.networkshell.network;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.output.Output;
import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.Script;
import io.jenkins.plugins.networkshell.simulator.traffic.DelayedLink;
import io.jenkins.plugins.networkshell.simulator.traffic.DelayedLinks;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Simulated devices of all platforms that are backed up, each with a configuration of its own, behind lines that delay
 * every byte. What a device prints is in a file, so that it can change from run to run.
 */
public final class LargeNetwork implements AutoCloseable {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final int SITES = 20;

    private final DeviceSimulator simulator = DeviceSimulator.start();
    private final DelayedLinks links = DelayedLinks.start();
    private final Path folder;
    private final Map<String, String> samples;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, String> inventory = new LinkedHashMap<>();
    private final Map<String, String> variables = new HashMap<>();

    /**
     * A device.
     *
     * @param source what it prints as its configuration
     */
    public record Member(String name, String platform, SimulatedDevice device, Path source) {
        /** The command that prints it. */
        String command() {
            return configuration(platform).orElseThrow();
        }
    }

    private LargeNetwork(Path folder, Map<String, String> samples) throws IOException {
        this.folder = folder;
        this.samples = samples;
    }

    /** The platforms that have a scene and a configuration; {@code -Dnetwork.platforms} names fewer. */
    static List<String> platforms() {
        String only = System.getProperty("network.platforms", "");
        return Scene.shippedNames().stream()
                .filter(name -> configuration(name).isPresent())
                .filter(name -> only.isEmpty() || List.of(only.split(",")).contains(name))
                .toList();
    }

    private static Optional<String> configuration(String platform) {
        return CATALOG.find(platform).map(Platform::configurations).stream()
                .flatMap(List::stream)
                .findFirst()
                .map(Configuration::command);
    }

    /** Some devices of each platform, as their scenes have them. */
    static LargeNetwork samples(Path folder, int each, Duration roundTrip) throws IOException {
        LargeNetwork network = new LargeNetwork(folder, Map.of());
        for (int i = 0; i < each; i++) {
            for (String platform : platforms()) {
                SimulatedDevice device = network.simulator.add(Scene.shipped(platform));
                network.list(platform + "-" + i, platform, device, roundTrip);
            }
        }
        network.writeInventory();
        return network;
    }

    /** @param samples a configuration of each platform */
    public static LargeNetwork start(Path folder, Map<String, String> samples, int size, Duration roundTrip)
            throws IOException {
        LargeNetwork network = new LargeNetwork(folder, samples);
        Files.createDirectories(folder.resolve("sources"));
        List<String> platforms = platforms();
        for (int i = 0; i < size; i++) {
            String platform = platforms.get(i % platforms.size());
            String name = String.format(Locale.ROOT, "dev-%05d", i);
            Path source = folder.resolve("sources").resolve(name);
            Scene scene = Scene.shipped(platform).toBuilder()
                    .overriding(CommandRule.exact(
                            configuration(platform).orElseThrow(),
                            Reply.NOTHING.withOutput(new Output.FromFile(source))))
                    .build();
            SimulatedDevice device = network.simulator.add(scene);
            network.members.add(new Member(name, platform, device, source));
            network.list(name, platform, device, roundTrip);
        }
        network.writeInventory();
        network.change(1);
        return network;
    }

    private void list(String name, String platform, SimulatedDevice device, Duration roundTrip) throws IOException {
        DelayedLink link = links.to(device.address(), roundTrip);
        String key = platform.toUpperCase(Locale.ROOT);
        variables.put("PW_" + key, device.password());
        String enable = enableSecret(device.scene());
        if (enable != null) {
            variables.put("EN_" + key, enable);
        }
        inventory.put(
                name,
                "  - {name: " + name + ", host: " + link.host() + ", port: " + link.port() + ", platform: " + platform
                        + ", site: s" + members.size() % SITES + ", username: " + device.user() + ", passwordEnv: PW_"
                        + key
                        + (enable == null ? "" : ", enableSecretEnv: EN_" + key));
    }

    private void writeInventory() throws IOException {
        Files.writeString(inventory(), "devices:\n" + String.join("}\n", inventory.values()) + "}\n");
    }

    /** What the scene takes for the password of 'enable'; null where it asks for none. */
    private static String enableSecret(Scene scene) {
        return ((Script.Commands) scene.script())
                .commands().stream()
                        .filter(rule ->
                                "enable".equals(rule.exact()) && rule.reply().ask() != null)
                        .map(rule ->
                                rule.reply().ask().answers().get(0).pattern().pattern())
                        .map(quoted -> quoted.replaceAll("^\\\\Q|\\\\E$", ""))
                        .findFirst()
                        .orElse(null);
    }

    /** Gives every device another configuration: that of its platform, with some hundred lines of its own in the middle. */
    void change(int generation) throws IOException {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            List<String> lines =
                    new ArrayList<>(samples.get(member.platform()).lines().toList());
            List<String> own = new ArrayList<>();
            for (int line = 0; line < 20 + i * 37 % 300; line++) {
                own.add("description line " + line + " of " + member.name() + ", generation " + generation);
            }
            lines.addAll(lines.size() / 2, own);
            Files.writeString(member.source(), String.join("\n", lines) + "\n");
        }
    }

    /** Breaks a device; one that does not answer any more is not waited for as long as the others. */
    void breakDevice(Member member, Fault fault) throws IOException {
        Defect defect = Defect.of(fault);
        member.device().withFault(defect.plan(member.command()));
        if (defect.isSilence()) {
            inventory.merge(member.name(), ", loginTimeout: 3s, silenceTimeout: 3s", String::concat);
            writeInventory();
        }
    }

    /** Has a device stop in its configuration, and be waited for as long as any. */
    void stall(Member member) {
        member.device().withFault(Defect.of(Fault.STALL).plan(member.command()));
    }

    List<Member> members() {
        return members;
    }

    /** The platform of each device. */
    public Stream<String> platformsOfDevices() {
        return members.stream().map(Member::platform);
    }

    Path inventory() {
        return folder.resolve("devices.yaml");
    }

    /** The secrets that the inventory names. */
    Map<String, String> variables() {
        return variables;
    }

    @Override
    public void close() throws IOException {
        links.close();
        simulator.close();
    }
}
