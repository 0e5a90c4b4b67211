package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.BadInputException;
import io.jenkins.plugins.networkshell.cli.Environment;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.ssh.Target;
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

    public LimitOptions limits() {
        return limits;
    }

    /**
     * May ask for a password.
     *
     * @throws BadInputException when a value makes no sense
     * @throws NetworkShellException when ssh_config can't be understood
     */
    public Target target(Environment environment) throws NetworkShellException {
        Cryptography.complete();
        HostSpec spec = HostSpec.parse("--host", host);
        if (user != null && spec.user() != null && !user.equals(spec.user())) {
            throw new BadInputException("--host and --user name different users; name the user once.");
        }
        Target configured = sshConfig
                .file()
                .target(destination(spec), NO_USER, login.passphrase(environment))
                .build();
        configured = configured.toBuilder()
                .algorithms(algorithms.algorithms(configured.algorithms()))
                .build();
        if (configured.username().isEmpty()) {
            throw new BadInputException("No user was named; allowed: --user USER or --host USER@HOST.");
        }
        HostKeyChecking checking = hostKeys.checking(configured.hostKeys());
        Target.Builder target = configured.toBuilder().hostKeys(checking).limits(limits.limits(configured.limits()));
        route.apply(target, configured, login, checking, environment);
        String who = configured.username() + "@" + configured.host();
        return target.credentials(login.credentials(configured.credentials(), who, environment))
                .build();
    }

    /** As ssh_config wants it; what is given here wins over what stands there. */
    private String destination(HostSpec spec) {
        String name = user == null ? spec.user() : user;
        int number = port == null ? spec.port() : HostSpec.port("--port", port);
        String address = spec.host().indexOf(':') >= 0 ? "[" + spec.host() + "]" : spec.host();
        return (name == null || name.isEmpty() ? "" : name + "@") + address + (number == 0 ? "" : ":" + number);
    }
}
