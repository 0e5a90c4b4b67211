package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.SshConfigFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The device and how to get to it: for all commands that talk to one. */
public final class TargetOptions {
    /** So that it can be told from one that was named. */
    private static final String NO_USER = "";

    @Option(
            names = "--host",
            paramLabel = "HOST",
            required = true,
            description = "Name or address of the device; user@host and host:port are understood, too.")
    private String host;

    @Option(names = "--port", paramLabel = "PORT", description = "Default: 22, or Port of ssh_config.")
    private String port;

    @Option(names = "--user", paramLabel = "USER", description = "Who to log in as.")
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

    /** False only where a command needs a device for some of its work, and none was named. */
    public boolean namesHost() {
        return host != null;
    }

    public LimitOptions limits() {
        return limits;
    }

    /**
     * May ask for a password.
     *
     * @throws BadInputException when a value is invalid
     * @throws NetworkShellException when ssh_config can't be understood
     */
    public Target target(Environment environment) throws NetworkShellException {
        EcdsaKeyFactory.register();
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

    /** What holds for every host on the way: what ssh_config says of it, and over that what was given. */
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
