package io.jenkins.plugins.networkshell.engine.target.openssh;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.AlgorithmCategory;
import io.jenkins.plugins.networkshell.engine.target.AlgorithmList;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings for hosts in OpenSSH's {@code ssh_config} files. As in ssh_config(5), the first value for a keyword
 * wins, and {@code Host} accepts wildcards and negation. File names may contain the tokens {@code %d}, {@code %h},
 * {@code %k}, {@code %n}, {@code %p}, {@code %r}, {@code %u} and <code>${VARIABLE}</code>. Keywords: {@code HostName},
 * {@code User}, {@code Port}, {@code IdentityFile}, {@code CertificateFile}, {@code IdentityAgent}, {@code ProxyJump},
 * {@code HostKeyAlias}, {@code UserKnownHostsFile}, {@code GlobalKnownHostsFile}, {@code StrictHostKeyChecking}, {@code
 * ConnectTimeout}, {@code ServerAliveInterval}, {@code Compression}, {@code KexAlgorithms}, {@code HostKeyAlgorithms},
 * {@code Ciphers}, {@code MACs} (as far as the names are known here), {@code Include}. {@code ProxyCommand} is an error
 * for the hosts to which it applies. Of {@code Match}, only {@code Match all} is supported; {@link #warnings()} report
 * the rest. Other keywords are skipped.
 *
 * <p>Immutable.
 */
public final class SshConfigFile {
    private static final int MOST_JUMPS = 16;

    private static final Map<String, AlgorithmCategory> ALGORITHMS = Map.of(
            "kexalgorithms", AlgorithmCategory.KEY_EXCHANGE,
            "hostkeyalgorithms", AlgorithmCategory.HOST_KEY,
            "ciphers", AlgorithmCategory.CIPHER,
            "macs", AlgorithmCategory.MAC);

    private final SshConfigLines lines;
    private final Path home;

    private SshConfigFile(SshConfigLines lines, Path home) {
        this.lines = lines;
        this.home = home;
    }

    /** @param files in reading order; missing ones count as empty */
    public static SshConfigFile load(Path... files) throws NetworkShellException {
        Path home = Path.of(System.getProperty("user.home"));
        return new SshConfigFile(SshConfigLines.read(List.of(files), home), home);
    }

    /** {@code ~/.ssh/config} and then {@code /etc/ssh/ssh_config}. */
    public static SshConfigFile ofUserAndSystem() throws NetworkShellException {
        return load(Path.of(System.getProperty("user.home"), ".ssh", "config"), Path.of("/etc/ssh/ssh_config"));
    }

    /**
     * A copy that ignores some keywords, which the caller sets itself.
     *
     * @param keywords for instance {@code ProxyJump}
     */
    public SshConfigFile without(String... keywords) {
        return new SshConfigFile(
                lines.without(Stream.of(keywords)
                        .map(keyword -> keyword.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet())),
                home);
    }

    /** Unsupported settings in the files that may be important, one sentence for each. */
    public List<String> warnings() {
        return List.copyOf(lines.warnings());
    }

    /**
     * A target as the files describe it, including jump hosts; the caller adds its own settings.
     *
     * @param destination {@code [user@]host[:port]}, the host as an alias or a name; values given here override the
     *     files
     * @param defaultUser used if neither the destination nor the files name one
     * @param passphrase for encrypted identity files, or null
     */
    public Target.Builder target(String destination, String defaultUser, Secret passphrase)
            throws NetworkShellException {
        return target(Destination.parse(destination), defaultUser, passphrase, 0);
    }

    private Target.Builder target(Destination destination, String defaultUser, Secret passphrase, int depth)
            throws NetworkShellException {
        if (depth > MOST_JUMPS) {
            throw new NetworkShellException(
                    ErrorKind.BAD_INPUT,
                    "",
                    "The jump hosts of " + destination.host() + " lead in a circle (ProxyJump).",
                    null,
                    null);
        }
        SshConfigLines.Settings settings = lines.settings(destination.host());
        String host = new SshConfigTokens(Map.of('h', destination.host()), home)
                .expand(settings.first("hostname").orElse("%h"));
        String user = destination.user() != null
                ? destination.user()
                : settings.first("user").orElse(defaultUser);
        int port = destination.port() > 0 ? destination.port() : settings.number("port", 22, 65535);
        String alias = settings.first("hostkeyalias").orElse(null);
        SshConfigTokens tokens = new SshConfigTokens(
                Map.of(
                        'n', destination.host(),
                        'h', host,
                        'k', alias == null ? destination.host() : alias,
                        'p', String.valueOf(port),
                        'r', user,
                        'u', System.getProperty("user.name"),
                        'd', home.toString()),
                home);
        Target.Builder builder = Target.builder(host, user)
                .port(port)
                .credentials(new IdentityFiles(settings, tokens).credentials(passphrase))
                .hostKeys(hostKeys(settings, tokens))
                .hostKeyAlias(alias)
                .algorithms(algorithms(settings))
                .keepAlive(settings.time("serveraliveinterval", Duration.ZERO))
                .compression(settings.first("compression").orElse("no").equalsIgnoreCase("yes"))
                .jumps(jumps(settings, tokens, defaultUser, passphrase, depth));
        Duration timeout = settings.time("connecttimeout", Duration.ZERO);
        return timeout.isZero() ? builder : builder.limits(Limits.DEFAULT.withConnect(timeout));
    }

    private static Algorithms algorithms(SshConfigLines.Settings settings) {
        Algorithms algorithms = Algorithms.secure();
        for (Map.Entry<String, AlgorithmCategory> keyword : ALGORITHMS.entrySet()) {
            Optional<String> list = settings.first(keyword.getKey());
            if (list.isPresent()) {
                algorithms = AlgorithmList.parse(keyword.getValue(), list.get()).applyKnownTo(algorithms);
            }
        }
        return algorithms;
    }

    private static HostKeyChecking hostKeys(SshConfigLines.Settings settings, SshConfigTokens tokens)
            throws NetworkShellException {
        Path[] ofUser = paths(settings.words("userknownhostsfile", "~/.ssh/known_hosts ~/.ssh/known_hosts2"), tokens);
        Path[] global = paths(
                settings.words("globalknownhostsfile", "/etc/ssh/ssh_known_hosts /etc/ssh/ssh_known_hosts2"), tokens);
        String checking = settings.first("stricthostkeychecking").orElse("yes").toLowerCase(Locale.ROOT);
        HostKeyChecking.Policy policy = switch (checking) {
            case "yes", "true", "ask" -> HostKeyChecking.Policy.STRICT;
            // Unlike in OpenSSH, a changed key stays an error.
            case "accept-new", "no", "false", "off" -> HostKeyChecking.Policy.ACCEPT_NEW;
            default -> throw settings.wrong("stricthostkeychecking", "yes, accept-new, no or ask");
        };
        // New keys go to the user's file; if there is none, they are not stored.
        HostKeyStore everybodys = KnownHostsFiles.readOnly(global);
        return ofUser.length == 0
                ? HostKeyChecking.of(policy, everybodys)
                : HostKeyChecking.of(policy, KnownHostsFiles.of(ofUser), everybodys);
    }

    private List<Target> jumps(
            SshConfigLines.Settings settings, SshConfigTokens tokens, String defaultUser, Secret passphrase, int depth)
            throws NetworkShellException {
        List<Target> jumps = new ArrayList<>();
        Optional<SshConfigLines.Line> way = settings.firstOf("proxyjump", "proxycommand");
        if (way.isEmpty() || way.get().words().get(0).equalsIgnoreCase("none")) {
            return jumps;
        }
        if (way.get().keyword().equals("proxycommand")) {
            throw new NetworkShellException(
                    ErrorKind.BAD_INPUT,
                    "",
                    way.get().where()
                            + ": ProxyCommand is not supported, and a connection without it would take another"
                            + " way; use ProxyJump here, or the options --jump or --proxy.",
                    null,
                    null);
        }
        for (String jump : tokens.expand(way.get().words().get(0)).split(",")) {
            Destination hop = Destination.parse(jump.strip());
            // As in OpenSSH, the first jump host uses its own route; the route to the others is given here.
            SshConfigFile file = jumps.isEmpty() ? this : without("ProxyJump", "ProxyCommand");
            jumps.add(file.target(hop, defaultUser, passphrase, depth + 1).build());
        }
        return jumps;
    }

    private static Path[] paths(List<String> names, SshConfigTokens tokens) throws NetworkShellException {
        List<Path> paths = new ArrayList<>();
        for (String name : names) {
            if (!name.equalsIgnoreCase("none")) {
                paths.add(tokens.path(name));
            }
        }
        return paths.toArray(Path[]::new);
    }

    /** @param port 0 if not given */
    private record Destination(String user, String host, int port) {
        static Destination parse(String text) throws NetworkShellException {
            String rest = text.startsWith("ssh://") ? text.substring("ssh://".length()) : text;
            int at = rest.lastIndexOf('@');
            String user = at >= 0 ? rest.substring(0, at) : null;
            String host = rest.substring(at + 1);
            int colon = host.lastIndexOf(':');
            boolean bracketed = host.startsWith("[") && host.contains("]");
            boolean withPort = colon > 0 && (bracketed ? host.charAt(colon - 1) == ']' : host.indexOf(':') == colon);
            int port = 0;
            if (withPort) {
                try {
                    port = Integer.parseInt(host.substring(colon + 1));
                } catch (NumberFormatException e) {
                    throw new NetworkShellException(
                            ErrorKind.BAD_INPUT, "", "The port in '" + text + "' is not a number.", null, e);
                }
                if (port < 1 || port > 65535) {
                    throw new NetworkShellException(
                            ErrorKind.BAD_INPUT,
                            "",
                            "The port in '" + text + "' is not between 1 and 65535.",
                            null,
                            null);
                }
                host = host.substring(0, colon);
            }
            return new Destination(user, bracketed ? host.substring(1, host.indexOf(']')) : host, port);
        }
    }
}
