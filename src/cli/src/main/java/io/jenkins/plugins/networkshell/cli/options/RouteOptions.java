package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Proxy;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.SshConfigFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options for the route to the device. */
public final class RouteOptions {
    @Option(
            names = "--jump",
            paramLabel = "[USER@]HOST[:PORT]",
            split = ",",
            description =
                    "Go through this host, a name of ssh_config, too; several in the order of the route, separated by"
                            + " commas or repeated. They are shown the same keys and agent, never the device's password.")
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

    @Option(names = "--compression", description = "Compress the connection.")
    private boolean compression;

    @Option(
            names = "--keepalive",
            paramLabel = "TIME",
            converter = KeepAliveConverter.class,
            description =
                    "Send a message at this interval, so that firewalls keep the connection; off: never. Default: off,"
                            + " or ServerAliveInterval of ssh_config.")
    private Duration keepAlive;

    @Option(
            names = "--connect-attempts",
            paramLabel = "N",
            description = "Number of attempts to connect; a rejected login is never repeated. Default: 1.")
    private int attempts = 1;

    /** Options override ssh_config: its route is then ignored. */
    SshConfigFile configFor(SshConfigFile config) {
        SshConfigFile file = proxy == null ? config : config.without("ProxyCommand");
        return jumps.isEmpty() ? file : withoutRoute(file);
    }

    private static SshConfigFile withoutRoute(SshConfigFile config) {
        return config.without("ProxyJump", "ProxyCommand");
    }

    /** @param configured the target according to ssh_config; options override it */
    void apply(Target.Builder target, Target configured, Environment environment) {
        if (attempts < 1) {
            throw new BadInputException(
                    "The value '" + attempts + "' of --connect-attempts is too small; allowed: a number from 1 up.");
        }
        target.compression(compression || configured.compression())
                .keepAlive(keepAlive == null ? configured.keepAlive() : keepAlive)
                .connectAttempts(attempts)
                .proxy(proxy(environment));
    }

    /**
     * The jump hosts according to ssh_config.
     *
     * @param passphrase of its keys, or null
     */
    List<Target> jumps(SshConfigFile config, Target configured, Secret passphrase) throws NetworkShellException {
        List<Target> hops = new ArrayList<>();
        for (String jump : jumps) {
            HostSpec spec = HostSpec.parse("--jump", jump);
            // As with ssh -J, the first jump host uses its own route; the route to the others is given here.
            SshConfigFile file =
                    hops.isEmpty() ? (proxy == null ? config : config.without("ProxyCommand")) : withoutRoute(config);
            Target hop = file.target(spec.destination(), "", passphrase).build();
            if (hop.username().isEmpty()) {
                throw new BadInputException("The value '" + jump
                        + "' of --jump names no user; allowed: user@host or user@host:port, or User in ssh_config.");
            }
            hops.add(hop);
        }
        List<Target> route = jumps.isEmpty() ? configured.jumps() : hops;
        if (route.isEmpty() && jumpPasswordVariable != null) {
            throw new BadInputException("--jump-password-env is given without a jump host; allowed: with --jump, or"
                    + " where ssh_config has a ProxyJump.");
        }
        return route;
    }

    /** @return null if none was given */
    Secret jumpPassword(Environment environment) {
        return jumpPasswordVariable == null
                ? null
                : Secrets.ofVariable("--jump-password-env", jumpPasswordVariable, environment.variables());
    }

    private Proxy proxy(Environment environment) {
        if (proxy == null && proxyPasswordVariable != null) {
            throw new BadInputException("--proxy-password-env is given without a proxy; allowed: with --proxy.");
        }
        if (proxy == null) {
            return new Proxy.None();
        }
        Secret password = proxyPasswordVariable == null
                ? null
                : Secrets.ofVariable("--proxy-password-env", proxyPasswordVariable, environment.variables());
        try {
            return Proxy.parse(proxy, password);
        } catch (IllegalArgumentException e) {
            // The value may contain a password, so it is not quoted.
            throw new BadInputException(
                    "Invalid value for option '--proxy': " + e.getMessage()
                            + " The password goes with --proxy-password-env.",
                    e);
        }
    }
}
