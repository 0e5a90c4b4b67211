package io.jenkins.plugins.networkshell.bench;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.backup.fleet.Concurrency;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetListener;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetOptions;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetRunner;
import io.jenkins.plugins.networkshell.engine.backup.fleet.Retries;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Many devices at once, in a process of its own: how long the first time takes in it, and how long the next ones. */
final class Fleet {
    private Fleet() {}

    /**
     * @param args {@code backup}, which is for the launcher; host, port, user, devices, devices at once, command, rounds;
     *     prints on standard error the seconds of each round
     */
    public static void main(String[] args) throws Exception {
        Device device = new Device(args[1], Integer.parseInt(args[2]), args[3], System.getenv("NET_PASSWORD"));
        for (int round = 0; round < Integer.parseInt(args[7]); round++) {
            long start = System.nanoTime();
            run(device, Integer.parseInt(args[4]), Integer.parseInt(args[5]), args[6]);
            System.err.println((System.nanoTime() - start) / 1e9);
        }
        String archive = System.getProperty("networkshell.archive.complete");
        if (archive != null) {
            Files.createFile(Path.of(archive)); // as the command line tells its launcher
        }
    }

    private static void run(Device device, int devices, int atOnce, String command) throws IOException {
        List<io.jenkins.plugins.networkshell.engine.backup.Device> fleet = IntStream.range(0, devices)
                .mapToObj(i -> io.jenkins.plugins.networkshell.engine.backup.Device.of("d" + i, device.host()))
                .toList();
        FleetOptions options = FleetOptions.DEFAULT
                .with(new Concurrency(atOnce, atOnce, atOnce, atOnce))
                .with(new Retries(1, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        AtomicInteger failed = new AtomicInteger();
        new FleetRunner(options)
                .run(
                        fleet,
                        Map.of(),
                        (each, attempt, cancellation) -> characters(device, command),
                        result -> failed.addAndGet(result.ok() ? 0 : 1),
                        FleetListener.NONE,
                        new Cancellation());
        if (failed.get() > 0) {
            throw new IOException(failed + " of " + devices + " devices failed");
        }
    }

    private static long characters(Device device, String command) throws NetworkShellException {
        Credential password = new Credential.Password(Secret.of(device.password()));
        try (DeviceShell shell =
                Sessions.shell(Sessions.channel(device.host(), device.port(), device.user(), password), "huawei_vrp")) {
            return shell.run(Command.of(command).into((text, ended) -> {})).characters();
        }
    }
}
