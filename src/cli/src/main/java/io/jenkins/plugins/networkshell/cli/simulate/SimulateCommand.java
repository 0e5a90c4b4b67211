package io.jenkins.plugins.networkshell.cli.simulate;

import io.jenkins.plugins.networkshell.cli.options.FileProblem;
import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.text.NearestName;
import io.jenkins.plugins.networkshell.simulator.DeviceOptions;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate}: runs simulated devices until it is stopped. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs simulated devices on loopback addresses until Ctrl-C.",
            "Prints a line for each: name, address, user, password and the fingerprint of its host key."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  network-shell simulate --platform huawei_vrp --platform cisco_ios",
            "  network-shell simulate --platform huawei_vrp --port 2200",
            "  network-shell simulate --scene my-switch.yaml",
        })
public final class SimulateCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65535;

    private final Environment environment;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            description = "Simulate a device of this platform, from the shipped scenes. May be repeated.")
    private List<String> platforms = List.of();

    @Option(
            names = "--scene",
            paramLabel = "FILE",
            description = "Simulate the device in this file: a scene, or a simulation of Oxidized. May be repeated.")
    private List<Path> scenes = List.of();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of the first device; the others follow it. Default: free ports.")
    private int port;

    public SimulateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Scene> devices = new ArrayList<>();
        platforms.forEach(name -> devices.add(shipped(name)));
        scenes.forEach(file -> devices.add(load(file)));
        if (devices.isEmpty()) {
            throw new BadInputException("No device was named; allowed: --platform NAME with one of "
                    + String.join(", ", Scene.shippedNames()) + ", or --scene FILE.");
        }
        if (port < 0 || port + devices.size() - 1 > LAST_PORT) {
            throw new BadInputException("The value '" + port + "' of --port does not leave a port for each of "
                    + devices.size() + " device(s); allowed: a number from 1 to " + LAST_PORT + ", 0 for free ports.");
        }
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            PrintWriter out = spec.commandLine().getOut();
            for (int i = 0; i < devices.size(); i++) {
                out.println(describe(add(simulator, devices.get(i), port == 0 ? 0 : port + i)));
            }
            out.flush();
            awaitCancellation();
        }
        return ExitCode.OK.number();
    }

    private static SimulatedDevice add(DeviceSimulator simulator, Scene scene, int port) {
        try {
            return simulator.add(scene, DeviceOptions.defaults().withPort(port));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new BadInputException("It can't be simulated: " + sentence(e), e);
        }
    }

    private static String describe(SimulatedDevice device) {
        String fingerprints = device.scene().ssh().hostKeys().stream()
                .map(type -> type.name().toLowerCase(Locale.ROOT) + " " + device.fingerprint(type))
                .collect(Collectors.joining(", "));
        return device.describe() + "  host keys " + fingerprints;
    }

    private void awaitCancellation() throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        Cancellation.Registration registration = environment.cancellation().onCancel(cancelled::countDown);
        try {
            cancelled.await();
        } finally {
            registration.close();
        }
    }

    private static Scene shipped(String name) {
        try {
            return Scene.shipped(name);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("The platform '" + name + "' has no scene"
                    + NearestName.question(name, Scene.shippedNames()) + "; allowed: "
                    + String.join(", ", Scene.shippedNames()) + ".");
        }
    }

    private static Scene load(Path file) {
        try {
            return Scene.load(file);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(sentence(e), e);
        } catch (IOException e) {
            throw new BadInputException("The file " + file + " that --scene names " + FileProblem.of(e) + ".", e);
        }
    }

    /** Unchanged, because it usually starts with a file name. */
    private static String sentence(RuntimeException e) {
        return e.getMessage().endsWith(".") ? e.getMessage() : e.getMessage() + ".";
    }
}
