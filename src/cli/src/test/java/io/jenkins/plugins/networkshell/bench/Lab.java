package io.jenkins.plugins.networkshell.bench;

import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.output.Generator;
import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.DelayedLink;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A simulated device, ways to it of any length, and those who are measured against each other. */
final class Lab implements AutoCloseable {
    static final String SHORT_COMMAND = "display clock";
    /** Prints as much as {@code display big}; the first configuration of a backup. */
    static final String CONFIGURATION = "display saved-configuration";

    private final DeviceSimulator simulator = DeviceSimulator.start();
    private final List<DelayedLink> links = new ArrayList<>();
    private final Path folder;
    private final List<Peer> peers;
    private final boolean small;

    /** @param small whether all is measured in little, to see whether it works */
    Lab(boolean small) throws IOException, InterruptedException {
        this.small = small;
        folder = Files.createTempDirectory("bench");
        Peer.script(folder);
        peers = Peer.installed(folder);
    }

    Path folder() {
        return folder;
    }

    List<Peer> peers() {
        return peers;
    }

    /** One of two sizes. */
    int size(int full, int inSmall) {
        return small ? inSmall : full;
    }

    /** One of two series. */
    <T> List<T> small(List<T> full, List<T> inSmall) {
        return small ? inSmall : full;
    }

    /** A device that prints so much for the command {@code display big}, and as its configuration. */
    Device device(long bytes) {
        SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp").toBuilder()
                .maxShells(0) // real ones have five
                .command("display big", Reply.generated(Generator.HUAWEI_CONFIG, bytes, 1))
                .overriding(CommandRule.exact(CONFIGURATION, Reply.generated(Generator.HUAWEI_CONFIG, bytes, 1)))
                .build());
        return new Device(device.host(), device.port(), device.user(), device.password());
    }

    /** The same device, so many milliseconds of round trip away. */
    Device away(Device device, int millis) throws IOException {
        if (millis == 0) {
            return device;
        }
        DelayedLink link =
                DelayedLink.to(new InetSocketAddress(device.host(), device.port()), Duration.ofMillis(millis));
        links.add(link);
        return device.at(link.port());
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Override
    public void close() throws IOException {
        for (DelayedLink link : links) {
            link.close();
        }
        simulator.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
