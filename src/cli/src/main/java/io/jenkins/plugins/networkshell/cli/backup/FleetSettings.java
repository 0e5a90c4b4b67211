package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.cli.options.DurationConverter;
import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.engine.backup.fleet.Concurrency;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetOptions;
import io.jenkins.plugins.networkshell.engine.backup.fleet.Retries;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Options for concurrency, retries and time limits. */
final class FleetSettings {
    @Option(names = "--parallel", paramLabel = "N", description = "Devices at once. Default: 50.")
    private int parallel = Concurrency.DEFAULT.total();

    @Option(names = "--parallel-per-site", paramLabel = "N", description = "Devices of one site at once.")
    private int perSite = Concurrency.DEFAULT.perSite();

    @Option(
            names = "--parallel-per-jump-host",
            paramLabel = "N",
            description = "Devices behind one jump host at once. Default: 10.")
    private int perJumpHost = Concurrency.DEFAULT.perJumpHost();

    @Option(
            names = "--parallel-per-login-server",
            paramLabel = "N",
            description = "Devices of one login server at once.")
    private int perLoginServer = Concurrency.DEFAULT.perLoginServer();

    @Option(
            names = "--retries",
            paramLabel = "N",
            description =
                    "How often a device is tried again after a failure that may pass. Default: 2. A rejected login"
                            + " is never repeated.")
    private int retries = Retries.DEFAULT.attempts() - 1;

    @Option(
            names = "--retry-delay",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "The pause before the first retry; doubles with each retry. Default: 5s.")
    private Duration retryDelay = Retries.DEFAULT.firstDelay();

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Devices that are not finished after this time are reported as failed. Default: none.")
    private Duration deadline = FleetOptions.NO_DEADLINE;

    FleetOptions options() {
        if (retries < 0) {
            throw new BadInputException(
                    "The value '" + retries + "' of --retries is too small; allowed: a number from 0 up.");
        }
        try {
            Duration longest = retryDelay.compareTo(Retries.DEFAULT.longestDelay()) > 0
                    ? retryDelay
                    : Retries.DEFAULT.longestDelay();
            return new FleetOptions(
                    new Concurrency(parallel, perSite, perJumpHost, perLoginServer),
                    new Retries(retries + 1, retryDelay, longest),
                    deadline);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }
}
