package io.jenkins.plugins.networkshell.bench;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.output.Generator;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SshSettings;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What it costs to mask the secrets in long output: the session of {@code generic}, which has none, is the measure. */
final class Masking {
    private static final long SIZE = 20_000_000;
    private static final long SAMPLE = 20_000;
    private static final int SAMPLE_REPEATS = 200;
    private static final int ROUNDS = 5;
    private static final SecretRedactor GENERIC = new SecretRedactor(List.of());

    private Masking() {}

    static List<Row> measure(LocalSshd keys) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (Generator text : List.of(Generator.HUAWEI_CONFIG, Generator.CISCO_CONFIG)) {
            Platform slowest = slowest(text, keys);
            SecretRedactor masking = SecretRedactor.of(slowest);
            double with = Double.MAX_VALUE;
            double without = Double.MAX_VALUE;
            // Turns about, so that a noisy neighbour hits both.
            for (int round = 0; round < ROUNDS; round++) {
                with = Math.min(with, sessionSeconds(keys, text, SIZE, masking::redact));
                without = Math.min(without, sessionSeconds(keys, text, SIZE, GENERIC::redact));
            }
            rows.add(new Row(
                    "20 MB, `" + text.key() + "`, masked as `" + slowest.name() + "`, the slowest platform",
                    String.format(Locale.ROOT, "%.2f s", with),
                    String.format(Locale.ROOT, "%.2f s masked as `generic`", without),
                    with / without,
                    "≤ 1.2"));
        }
        return rows;
    }

    private static double sessionSeconds(LocalSshd keys, Generator text, long size, Consumer<String> lines)
            throws Exception {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp").toBuilder()
                    .ssh(SshSettings.DEFAULT.withAuth("publickey"))
                    .authorizedKey(Files.readString(keys.folder().resolve("client.pub"))
                            .strip())
                    .command("show big", Reply.generated(text, size, 1))
                    .build());
            Credential key = Credential.PrivateKey.file(keys.clientKey(), null);
            try (DeviceShell shell =
                    Sessions.shell(Sessions.channel(device.host(), device.port(), device.user(), key), "huawei_vrp")) {
                long start = System.nanoTime();
                shell.run(Command.of("show big").into((line, ended) -> lines.accept(line)));
                return (System.nanoTime() - start) / 1e9;
            }
        }
    }

    /** By a sample that fits into the processor's cache, as the lines of a session do. */
    private static Platform slowest(Generator text, LocalSshd keys) throws Exception {
        List<String> sample = new ArrayList<>();
        sessionSeconds(keys, text, SAMPLE, sample::add);
        Map<Platform, Double> costs = new HashMap<>();
        for (Platform platform : PlatformCatalog.builtIn().all()) {
            SecretRedactor masking = SecretRedactor.of(platform);
            double best = Double.MAX_VALUE;
            for (int repeat = 0; repeat < SAMPLE_REPEATS; repeat++) {
                long start = System.nanoTime();
                sample.forEach(masking::redact);
                best = Math.min(best, System.nanoTime() - start);
            }
            costs.put(platform, best);
        }
        return Collections.max(costs.entrySet(), Map.Entry.comparingByValue()).getKey();
    }
}
