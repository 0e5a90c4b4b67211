package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.SshConfigFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options for the device and the route to it, for all commands that connect. */
public final class TargetOptions {
    /** Distinguishes the default from a named value. */
    private static final String NO_USER = "";

    @Option(
            names = "--host",
            paramLabel = "HOST",
            required = true,
            description = "Name or address of the device; user@host and host:port are understood, too.")
    private String host;

    @Option(names = "--port", paramLabel = "PORT", description = "Default: 22, or Port of ssh_config.")
    private String port;

    @Option(names = "--user", paramLabel = "USER", description = "User to log in as.")
    private String user;

    @ArgGroup(validate = false, heading = "%nLogin:%n")
    private LoginOptions login = new LoginOptions();

    @ArgGroup(validate = false, heading = "%nHost keys:%n")
    private HostKeyOptions hostKeys = new HostKeyOptions();

    @ArgGroup(validate = false, heading = "%nConnection:%n")
    private RouteOptions route = new RouteOptions();

    @ArgGroup(validate = false, heading = "%nAlgorithms:%n")
    private AlgorithmOptions algorithms = new AlgorithmOptions();

    @ArgGroup(validate = false, heading = "%nOpenSSH's configuration:%n")
    private SshConfigOptions sshConfig = new SshConfigOptions();

    @ArgGroup(validate = false, heading = "%nTime limits:%n")
    private LimitOptions limits = new LimitOptions();

    /** False only if a command needs a device for only part of its work, and none was named. */
    public boolean namesHost() {
        return host != null;
    }

    public LimitOptions limits() {
        return limits;
    }

    /**
     * Builds the target; may ask for a password.
     *
     * @throws BadInputException if a value is invalid
     * @throws NetworkShellException if ssh_config is invalid
     */
    public Target target(Environment environment) throws NetworkShellException {
        SshConfigFile config = sshConfig.file();
        Messages messages = new Messages(environment.err(), environment.colour());
        config.warnings().forEach(messages::warning);
        Target configured = route.configFor(config)
                .target(destination().destination(), NO_USER, login.passphrase(environment))
                .build();
        if (configured.username().isEmpty()) {
            throw new BadInputException("No user was named; allowed: --user USER or --host USER@HOST.");
        }
        Target.Builder target = settled(configured);
        route.apply(target, configured, environment);
        target.jumps(new JumpHosts(this::settled, login, route.jumpPassword(environment), environment)
                .settled(route.jumps(config, configured, login.passphrase(environment))));
        String who = configured.username() + "@" + configured.host();
        return target.credentials(login.credentials(configured.credentials(), who, environment))
                .build();
    }

    /** The settings for every host on the route: those of ssh_config, overridden by options. */
    private Target.Builder settled(Target configured) {
        return configured.toBuilder()
                .hostKeys(hostKeys.checking(configured.hostKeys()))
                .limits(limits.limits(configured.limits()))
                .algorithms(algorithms.algorithms(configured.algorithms()));
    }

    private HostSpec destination() {
        HostSpec spec = HostSpec.parse("--host", host);
        if (user != null && spec.user() != null && !user.equals(spec.user())) {
            throw new BadInputException("--host and --user name different users; name the user once.");
        }
        int number = port == null ? spec.port() : HostSpec.port("--port", port);
        if (spec.port() != 0 && number != spec.port()) {
            throw new BadInputException("--host and --port name different ports; name the port once.");
        }
        String name = user == null ? spec.user() : user;
        return new HostSpec(name == null || name.isEmpty() ? null : name, spec.host(), number);
    }
}
