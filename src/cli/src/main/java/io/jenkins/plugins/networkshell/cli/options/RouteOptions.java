package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.BadInputException;
import io.jenkins.plugins.networkshell.cli.Environment;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.Credential;
import io.jenkins.plugins.networkshell.engine.ssh.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.ssh.Proxy;
import io.jenkins.plugins.networkshell.engine.ssh.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The way to the device, and how SSH is spoken on it. */
public final class RouteOptions {
    private static final int SSH_PORT = 22;

    @Option(
            names = "--jump",
            paramLabel = "USER@HOST[:PORT]",
            split = ",",
            description = "Go through this host; several in the order of the way, separated by commas or repeated."
                    + " They are shown the same keys and agent, never the device's password.")
    private List<String> jumps = List.of();

    @Option(
            names = "--jump-password-env",
            paramLabel = "VAR",
            description = "Environment variable that holds the password of the jump hosts.")
    private String jumpPasswordVariable;

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = "socks5://[user@]host:port, or http://[user@]host:port for a proxy that allows CONNECT.")
    private String proxy;

    @Option(
            names = "--proxy-password-env",
            paramLabel = "VAR",
            description = "Environment variable that holds the password for the proxy.")
    private String proxyPasswordVariable;

    @Option(names = "--compression", description = "Compress what is sent and received.")
    private boolean compression;

    @Option(
            names = "--keepalive",
            paramLabel = "TIME",
            converter = KeepAliveConverter.class,
            description = "Send a message this often, so that firewalls keep the connection; off: never. Default: off,"
                    + " or ServerAliveInterval of ssh_config.")
    private Duration keepAlive;

    @Option(
            names = "--connect-attempts",
            paramLabel = "N",
            description = "How often connecting is tried; a rejected login is never repeated. Default: 1.")
    private int attempts = 1;

    /**
     * @param target as ssh_config describes it; what was given here wins
     * @param configured with the algorithms for jump hosts, too
     */
    void apply(
            Target.Builder target,
            Target configured,
            LoginOptions login,
            HostKeyChecking hostKeys,
            Environment environment) {
        if (attempts < 1) {
            throw new BadInputException(
                    "The value '" + attempts + "' of --connect-attempts is too small; allowed: a number from 1 up.");
        }
        target.compression(compression || configured.compression())
                .keepAlive(keepAlive == null ? configured.keepAlive() : keepAlive)
                .connectAttempts(attempts)
                .proxy(proxy(environment));
        if (!jumps.isEmpty()) {
            List<Target> hops = new ArrayList<>();
            for (String jump : jumps) {
                hops.add(hop(jump, login, environment)
                        .hostKeys(hostKeys)
                        .limits(configured.limits())
                        .algorithms(configured.algorithms())
                        .build());
            }
            target.jumps(hops);
        }
    }

    private Target.Builder hop(String jump, LoginOptions login, Environment environment) {
        HostSpec spec = HostSpec.parse("--jump", jump);
        if (spec.user() == null) {
            throw new BadInputException(
                    "The value '" + jump + "' of --jump names no user; allowed: user@host or user@host:port.");
        }
        List<Credential> credentials = login.withoutPassword(environment);
        if (jumpPasswordVariable != null) {
            credentials.add(new Credential.Password(
                    Secrets.ofVariable("--jump-password-env", jumpPasswordVariable, environment.variables())));
        }
        if (credentials.isEmpty()) {
            Secret password = environment
                    .passwordPrompt()
                    .ask("Password of " + jump)
                    .orElseThrow(() -> new BadInputException("No way to log in on the jump host " + jump
                            + " was given; allowed: --jump-password-env, --key, --agent, --look-for-keys."));
            credentials.add(new Credential.Password(password));
        }
        return Target.builder(spec.host(), spec.user())
                .port(spec.port() == 0 ? SSH_PORT : spec.port())
                .credentials(credentials);
    }

    private Proxy proxy(Environment environment) {
        if (proxy == null) {
            return new Proxy.None();
        }
        Secret password = proxyPasswordVariable == null
                ? null
                : Secrets.ofVariable("--proxy-password-env", proxyPasswordVariable, environment.variables());
        try {
            return Proxy.parse(proxy, password);
        } catch (IllegalArgumentException e) {
            // The value may hold a password that somebody put there, so it is not repeated.
            throw new BadInputException(
                    "Invalid value for option '--proxy': " + e.getMessage()
                            + " The password goes with --proxy-password-env.",
                    e);
        }
    }
}
