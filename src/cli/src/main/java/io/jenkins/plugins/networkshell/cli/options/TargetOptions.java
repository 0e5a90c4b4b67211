package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.BadInputException;
import io.jenkins.plugins.networkshell.cli.Environment;
import io.jenkins.plugins.networkshell.engine.ssh.Target;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The device and how to get to it: for all commands that talk to one. */
public final class TargetOptions {
    private static final int SSH_PORT = 22;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            required = true,
            description = "Name or address of the device; user@host and host:port are understood, too.")
    private String host;

    @Option(names = "--port", paramLabel = "PORT", description = "Default: 22.")
    private String port;

    @Option(names = "--user", paramLabel = "USER", description = "Who to log in as.")
    private String user;

    @ArgGroup(validate = false, heading = "%nLogin:%n")
    private LoginOptions login = new LoginOptions();

    @ArgGroup(validate = false, heading = "%nHost keys:%n")
    private HostKeyOptions hostKeys = new HostKeyOptions();

    @ArgGroup(validate = false, heading = "%nConnection:%n")
    private RouteOptions route = new RouteOptions();

    @ArgGroup(validate = false, heading = "%nTime limits:%n")
    private LimitOptions limits = new LimitOptions();

    public LimitOptions limits() {
        return limits;
    }

    /**
     * May ask for a password.
     *
     * @throws BadInputException when a value makes no sense
     */
    public Target target(Environment environment) {
        Cryptography.complete();
        HostSpec spec = HostSpec.parse("--host", host);
        if (user != null && spec.user() != null && !user.equals(spec.user())) {
            throw new BadInputException("--host and --user name different users; name the user once.");
        }
        String name = user == null ? spec.user() : user;
        if (name == null || name.isEmpty()) {
            throw new BadInputException("No user was named; allowed: --user USER or --host USER@HOST.");
        }
        Target.Builder target = Target.builder(spec.host(), name)
                .port(portOr(spec))
                .hostKeys(hostKeys.checking())
                .limits(limits.limits());
        route.apply(target, login, hostKeys.checking(), limits.limits(), environment);
        return target.credentials(login.credentials(name + "@" + spec.host(), environment))
                .build();
    }

    private int portOr(HostSpec spec) {
        if (port != null) {
            return HostSpec.port("--port", port);
        }
        return spec.port() == 0 ? SSH_PORT : spec.port();
    }
}
