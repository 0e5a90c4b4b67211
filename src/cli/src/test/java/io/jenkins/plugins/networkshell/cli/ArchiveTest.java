package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file in the archive is always a whole configuration. */
class ArchiveTest {
    private final DeviceSimulator simulator = DeviceSimulator.start();
    private final SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));

    @TempDir
    private Path folder;

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private Outcome run(String... commands) {
        List<String> args = Stream.concat(
                        Stream.of("--archive", folder.toString(), "--name", "core-sw1", "--silence-timeout", "2s"),
                        Stream.of(commands))
                .toList();
        return new Cli().runOn(device, args.toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aCompleteConfigurationIsKeptExactly() throws IOException {
        Outcome outcome = run("display clock", "display saved-configuration");

        assertThat(outcome.code()).isZero();
        assertThat(files()).containsExactly("core-sw1.cfg");
        String kept = Files.readString(folder.resolve("core-sw1.cfg"));
        assertThat(kept).startsWith("!Software Version V200R009C00SPC500\n#\n").endsWith("\n#\nreturn\n");
        assertThat(outcome.out()).endsWith(kept);
        assertThat(outcome.err()).contains("Saved " + folder.resolve("core-sw1.cfg"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("core-sw1.cfg"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theSecondKindOfConfigurationHasAFileOfItsOwn() throws IOException {
        run("display current-configuration", "display saved-configuration");

        assertThat(files()).containsExactly("core-sw1.cfg", "core-sw1.startup.cfg");
        assertThat(Files.readString(folder.resolve("core-sw1.startup.cfg"))).contains("stp region-configuration");
    }

    @Test
    void aNewConfigurationTakesThePlaceAndThePermissionsOfTheOld() throws IOException {
        Path file = Files.writeString(folder.resolve("core-sw1.cfg"), "old\nreturn\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        run("display saved-configuration");

        assertThat(Files.readString(file)).startsWith("!Software Version");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void whenTheConnectionBreaksTheOldFileStays() throws IOException {
        Path file = Files.writeString(folder.resolve("core-sw1.cfg"), "old\nreturn\n");
        device.withFault(
                FaultPlan.of(Fault.DROP_CONNECTION).onCommand("display saved.*").afterBytes(900));

        assertThat(run("display saved-configuration").code()).isEqualTo(7);
        assertThat(Files.readString(file)).isEqualTo("old\nreturn\n");
        assertThat(files()).containsExactly("core-sw1.cfg");
    }

    @Test
    void whatWasCompleteBeforeTheConnectionBrokeIsKept() throws IOException {
        device.withFault(
                FaultPlan.of(Fault.DROP_CONNECTION).onCommand("display version").afterBytes(90));

        // Named, because recognising it would already break off.
        assertThat(run("--platform", "huawei_vrp", "display saved-configuration", "display version")
                        .code())
                .isEqualTo(7);
        assertThat(Files.readString(folder.resolve("core-sw1.cfg"))).endsWith("return\n");
    }

    @Test
    void aConfigurationWithoutItsEndMarkIsIncomplete() throws IOException {
        SimulatedDevice cut = simulator.add(Scene.shipped("huawei_vrp").toBuilder()
                .command("display current-configuration all", "#\nsysname HUAWEI\n#\naaa\n")
                .build());
        Path file = Files.writeString(folder.resolve("sw.cfg"), "old\nreturn\n");

        Outcome outcome = new Cli()
                .runOn(cut, "--archive", folder.toString(), "--name", "sw", "display current-configuration all");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        "Error: The configuration of sw that 'display current-configuration all' printed is not complete:"
                                + " its last line is 'aaa', expected was ^return$.");
        assertThat(Files.readString(file)).isEqualTo("old\nreturn\n");
        assertThat(files()).containsExactly("sw.cfg");
    }

    @Test
    void aFailedCommandLeavesNoFile() throws IOException {
        SimulatedDevice refusing = simulator.add(Scene.shipped("huawei_vrp").toBuilder()
                .command("display current-configuration all", "Error: You do not have permission to run the command.\n")
                .build());

        Outcome outcome =
                new Cli().runOn(refusing, "--archive", folder.toString(), "display current-configuration all");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(files()).isEmpty();
    }

    @Test
    void noConfigurationCommandIsToldWithTheOnesThatThereAre() throws IOException {
        Outcome outcome = run("display clock");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .contains("nothing was archived; huawei_vrp has 'display saved-configuration',"
                        + " 'display current-configuration'.");
    }
}
