package io.jenkins.plugins.networkshell.bench;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.DelayedLink;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many round trips things cost, on a link that delays every byte. */
final class RoundTrips {
    private static final int COMMANDS = 20;

    private RoundTrips() {}

    static List<Row> measure() throws Exception {
        List<Row> rows = new ArrayList<>();
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp"));
            for (int millis : List.of(20, 100)) {
                Duration roundTrip = Duration.ofMillis(millis);
                try (DelayedLink link =
                        DelayedLink.to(new InetSocketAddress(device.host(), device.port()), roundTrip)) {
                    session(link, device, roundTrip); // loads classes
                    rows.addAll(session(link, device, roundTrip));
                }
            }
        }
        return rows;
    }

    private static List<Row> session(DelayedLink link, SimulatedDevice device, Duration roundTrip) throws Exception {
        Credential password = new Credential.Password(Secret.of(device.password()));
        List<Row> rows = new ArrayList<>();
        long start = System.nanoTime();
        ShellChannel channel = Sessions.channel(link.host(), link.port(), device.user(), password);
        long shellOpen = System.nanoTime();
        try (DeviceShell shell = Sessions.shell(channel, "huawei_vrp")) {
            shell.run("display clock");
            long firstOutput = System.nanoTime();
            long before = System.nanoTime();
            for (int i = 0; i < COMMANDS; i++) {
                shell.run("display clock");
            }
            long perCommand = (System.nanoTime() - before) / COMMANDS;
            rows.add(row("one command", perCommand, roundTrip, "≤ 1.05 at 100 ms"));
            rows.add(row("TCP connect to open shell", shellOpen - start, roundTrip, ""));
            rows.add(row("TCP connect to the first command's output", firstOutput - start, roundTrip, ""));
        }
        return rows;
    }

    /** In milliseconds, in a process that has done it before. */
    record Warm(double toLastByte, double perCommand, double sentAhead) {}

    static Warm warm(Device device, List<String> commands) throws Exception {
        session(device, commands);
        return session(device, commands);
    }

    private static Warm session(Device device, List<String> commands) throws Exception {
        Credential password = new Credential.Password(Secret.of(device.password()));
        long start = System.nanoTime();
        ShellChannel channel = Sessions.channel(device.host(), device.port(), device.user(), password);
        try (DeviceShell shell = Sessions.shell(channel, "huawei_vrp")) {
            long before = System.nanoTime();
            shell.run(commands.get(0));
            long first = System.nanoTime();
            for (String command : commands.subList(1, commands.size())) {
                shell.run(command);
            }
            double all = System.nanoTime() - before;
            long ahead = System.nanoTime();
            shell.runAll(commands.stream().map(Command::of).toList());
            double together = System.nanoTime() - ahead;
            return new Warm((first - start) / 1e6, all / 1e6 / commands.size(), together / 1e6 / commands.size());
        }
    }

    private static Row row(String what, long nanos, Duration roundTrip, String wanted) {
        return new Row(
                what + ", " + roundTrip.toMillis() + " ms away",
                String.format(Locale.ROOT, "%.1f ms", nanos / 1e6),
                "round trip " + roundTrip.toMillis() + " ms",
                (double) nanos / roundTrip.toNanos(),
                wanted);
    }
}
