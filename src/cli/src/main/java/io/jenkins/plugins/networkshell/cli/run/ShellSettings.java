package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.cli.options.PlatformOptions;
import io.jenkins.plugins.networkshell.cli.options.Secrets;
import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options of the device's shell. */
final class ShellSettings {
    private static final String AUTO = "auto";

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            completionCandidates = PlatformNames.class,
            description = "Platform of the device, see 'network-shell platforms'. Default: auto, it is recognised.")
    private String platform = AUTO;

    @Option(
            names = "--enable-secret-env",
            paramLabel = "VAR",
            description = "Environment variable that holds the secret for the privileged mode; enters that mode.")
    private String enableVariable;

    @Option(names = "--mode", paramLabel = "MODE", description = "Mode of the platform to enter after login.")
    private String mode;

    @ArgGroup(validate = false)
    private AnswerOptions answers;

    @Option(
            names = "--encoding",
            paramLabel = "CHARSET",
            description =
                    "How the device encodes text, for instance GBK; auto: UTF-8, GB18030 or ISO-8859-1, as it shows."
                            + " Default: that of the platform, mostly UTF-8.")
    private String encoding;

    /** For the completion script; the catalog is read only then. */
    static final class PlatformNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            List<String> names = new ArrayList<>(PlatformCatalog.builtIn().names());
            names.add(AUTO);
            return names.iterator();
        }
    }

    /** @throws BadInputException when a value is invalid */
    ShellOptions options(PlatformCatalog catalog, Limits limits, Environment environment) {
        Platform known = platform.equals(AUTO)
                ? null
                : catalog.find(platform).orElseThrow(() -> PlatformOptions.unknown(platform, catalog, "auto, "));
        if (mode != null && known != null && known.mode(mode).isEmpty()) {
            throw new BadInputException("The platform " + known.name() + " has no mode '" + mode + "'; allowed: "
                    + String.join(", ", known.modes().stream().map(Mode::name).toList())
                    + ".");
        }
        Map<String, Secret> secrets = enableVariable == null
                ? Map.of()
                : Map.of("enable", Secrets.ofVariable("--enable-secret-env", enableVariable, environment.variables()));
        return ShellOptions.auto(catalog)
                .withPlatform(known)
                .withLimits(limits)
                .withAnswers(answers == null ? List.of() : answers.answers(environment))
                .withSecrets(secrets)
                .withMode(mode)
                .withCharset(charset());
    }

    private Charset charset() {
        try {
            return encoding == null ? null : DeviceCharset.named(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new BadInputException(
                    "The encoding '" + encoding
                            + "' is not known; allowed: auto, and the names that Java knows, for instance UTF-8,"
                            + " ISO-8859-1, GBK, GB18030, Shift_JIS.",
                    e);
        }
    }
}
