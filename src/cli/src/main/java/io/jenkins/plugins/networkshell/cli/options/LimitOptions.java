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
            description = "Limit for the TCP connection, including proxies and jump hosts. Default: 10s.")
    private Duration connect;

    @Option(
            names = "--login-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Limit for the login, from the first byte of SSH to the open shell. Default: 30s.")
    private Duration login = Limits.DEFAULT.login();

    @Option(
            names = "--silence-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "Limit for the device's silence while a byte is awaited; restarts with each byte. Default: 30s;"
                            + " none for exec, because many commands work silently.")
    private Duration silence;

    @Option(
            names = "--command-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Limit for one command. Default: 10m.")
    private Duration command = Limits.DEFAULT.command();

    @Option(
            names = "--session-timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Limit for the session, from the open shell to the last command. Default: 1h.")
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
