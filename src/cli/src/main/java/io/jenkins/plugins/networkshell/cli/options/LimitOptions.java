package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.engine.Limits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Options for time limits. */
public final class LimitOptions {
    @Option(
            names = "--connect-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Until the TCP connection stands, proxies and jump hosts included. Default: 10s.")
    private Duration connect;

    @Option(
            names = "--login-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "From the first byte of SSH to the open shell. Default: 30s.")
    private Duration login = Limits.DEFAULT.login();

    @Option(
            names = "--silence-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Without a byte from the device although one is awaited; starts anew with each. Default: 30s;"
                    + " for exec there is none, many commands work and say nothing.")
    private Duration silence;

    @Option(
            names = "--command-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "One command as a whole. Default: 10m.")
    private Duration command = Limits.DEFAULT.command();

    @Option(
            names = "--session-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "All of it, from the open shell to the last command. Default: 1h.")
    private Duration session = Limits.DEFAULT.session();

    /** The option's value, or null, because a command without a prompt may be silent for any time by default. */
    public Duration silenceIfGiven() {
        return silence;
    }

    /** @param otherwise for the limit that ssh_config may set, if the option is not set */
    public Limits limits(Limits otherwise) {
        return otherwise
                .withConnect(connect == null ? otherwise.connect() : connect)
                .withLogin(login)
                .withSilence(silence == null ? Limits.DEFAULT.silence() : silence)
                .withCommand(command)
                .withSession(session);
    }
}
