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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What it costs to mask the secrets in long output: the session of {@code generic}, which has none, is the measure. */
final class Masking {
    private static final long SIZE = 20_000_000;
    private static final int ROUNDS = 3;

    private Masking() {}

    private record Cost(String platform, double seconds) {}

    static List<Row> measure(LocalSshd keys) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (Generator text : List.of(Generator.HUAWEI_CONFIG, Generator.CISCO_CONFIG)) {
            List<String> lines = new ArrayList<>();
            double session = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                lines.clear();
                session = Math.min(session, sessionSeconds(keys, text, lines));
            }
            Cost slowest = slowest(lines);
            rows.add(new Row(
                    "20 MB, `" + text.key() + "`, secrets masked as `" + slowest.platform() + "`, the slowest platform",
                    String.format(Locale.ROOT, "%.2f s", session + slowest.seconds()),
                    String.format(Locale.ROOT, "%.2f s as `generic`", session),
                    (session + slowest.seconds()) / session,
                    "≤ 1.2"));
        }
        return rows;
    }

    private static double sessionSeconds(LocalSshd keys, Generator text, List<String> lines) throws Exception {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = simulator.add(Scene.shipped("huawei_vrp").toBuilder()
                    .ssh(SshSettings.DEFAULT.withAuth("publickey"))
                    .authorizedKey(Files.readString(keys.folder().resolve("client.pub"))
                            .strip())
                    .command("show big", Reply.generated(text, SIZE, 1))
                    .build());
            Credential key = Credential.PrivateKey.file(keys.clientKey(), null);
            try (DeviceShell shell =
                    Sessions.shell(Sessions.channel(device.host(), device.port(), device.user(), key), "huawei_vrp")) {
                long start = System.nanoTime();
                shell.run(Command.of("show big").into((line, ended) -> lines.add(line)));
                return (System.nanoTime() - start) / 1e9;
            }
        }
    }

    private static Cost slowest(List<String> lines) {
        List<Cost> costs = new ArrayList<>();
        for (Platform platform : PlatformCatalog.builtIn().all()) {
            SecretRedactor redactor = SecretRedactor.of(platform);
            double best = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                lines.forEach(redactor::redact);
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
            }
            costs.add(new Cost(platform.name(), best));
        }
        return costs.stream().max(Comparator.comparingDouble(Cost::seconds)).orElseThrow();
    }
}
