package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.HostKeyType;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch of twenty switches that are reached through one host. */
class JumpHostBackupTest {
    private static final int DEVICES = 20;
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final DeviceSimulator simulator = DeviceSimulator.start();
    private final List<SimulatedDevice> devices = new ArrayList<>();
    private SimulatedDevice bastion;

    @BeforeEach
    void start() {
        Scene huawei = Scene.shipped("huawei_vrp");
        bastion = simulator.add(
                huawei.toBuilder().ssh(huawei.ssh().withForwarding()).build());
        for (int i = 0; i < DEVICES; i++) {
            devices.add(simulator.add(huawei));
        }
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private static String name(int device) {
        return "sw" + device;
    }

    private Outcome backup(List<SimulatedDevice> known) throws IOException {
        // Both ends of all connections are in this process: on a machine under load, opening one may take long.
        StringBuilder inventory = new StringBuilder("defaults: {platform: huawei_vrp, jump: " + bastion.user() + "@"
                + bastion.host() + ":" + bastion.port() + ", username: " + bastion.user()
                + ", passwordEnv: NET_PASSWORD, connectTimeout: 60s}\ndevices:\n");
        for (int i = 0; i < DEVICES; i++) {
            SimulatedDevice device = devices.get(i);
            inventory.append("  - {name: " + name(i) + ", host: " + device.host() + ", port: " + device.port() + "}\n");
        }
        Path keys = Files.write(
                folder.resolve("known_hosts"),
                known.stream()
                        .map(device -> device.knownHostsLine(HostKeyType.ECDSA))
                        .toList());
        return new Cli()
                .with("NET_PASSWORD", bastion.password())
                .run(
                        "backup",
                        "--inventory",
                        Files.writeString(folder.resolve("devices.yaml"), inventory)
                                .toString(),
                        "--out",
                        folder.resolve("configs").toString(),
                        "--known-hosts",
                        keys.toString(),
                        "--retries",
                        "2",
                        "--retry-delay",
                        "10ms");
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(Files.readString(folder.resolve("configs/report.json")));
    }

    private List<SimulatedDevice> all() {
        List<SimulatedDevice> all = new ArrayList<>(devices);
        all.add(bastion);
        return all;
    }

    @Test
    void itIsLoggedInToOnceAndEveryKeyIsChecked() throws IOException {
        List<SimulatedDevice> known = all();
        known.remove(devices.get(7));

        Outcome outcome = backup(known);

        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(1);
        assertThat(outcome.out()).contains("19 of 20 devices backed up").contains(name(7) + ": failed (");
        assertThat(report().path("devices").get(7).path("failureClass").asText())
                .isEqualTo("host_key_unknown");
        assertThat(bastion.sent().totalConnections()).isEqualTo(1);
        assertThat(bastion.sent().logins()).hasSize(1);
        assertThat(bastion.sent().openConnections()).isZero();
    }

    @Test
    void nothingIsSentToDevicesBehindAnUnknownJumpHost() throws IOException {
        Outcome outcome = backup(devices);

        assertThat(outcome.code()).isEqualTo(9);
        assertThat(outcome.out()).contains("The host key of " + bastion.host() + ":" + bastion.port());
        assertThat(bastion.sent().logins()).isEmpty();
        assertThat(devices)
                .allSatisfy(
                        device -> assertThat(device.sent().totalConnections()).isZero());
    }

    @Test
    void oneThatDiesMidwayIsConnectedToAgain() throws Exception {
        devices.forEach(device -> device.withLatency(Duration.ofMillis(50)));
        CompletableFuture<Void> cut = CompletableFuture.runAsync(() -> {
            try {
                devices.get(5).sent().awaitLine("display saved-configuration", SOON);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            bastion.dropConnections();
        });

        Outcome outcome = backup(all());
        cut.join();

        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        assertThat(report().path("totals").path("failed").asInt()).isZero();
        assertThat(report().findValuesAsText("attempts")).contains("2");
        assertThat(bastion.sent().totalConnections()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("configs/" + name(5) + ".cfg")))
                .isEqualTo(Files.readString(folder.resolve("configs/" + name(19) + ".cfg")))
                .endsWith("\n#\nreturn\n");
    }

    @Test
    void aRejectedLoginThereIsTriedOnce() throws IOException {
        bastion.withFault(Fault.REJECT_LOGIN);

        Outcome outcome = backup(all());

        assertThat(outcome.code()).isEqualTo(9);
        assertThat(report().path("devices").findValuesAsText("failureClass")).containsOnly("authentication_failed");
        assertThat(bastion.sent().totalConnections()).isEqualTo(1);
        assertThat(outcome.err()).doesNotContain("is not tried any more");
    }
}
