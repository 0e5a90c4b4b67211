package io.jenkins.plugins.networkshell.cli.platforms;

import io.jenkins.plugins.networkshell.cli.options.Secrets;
import io.jenkins.plugins.networkshell.cli.options.TargetOptions;
import io.jenkins.plugins.networkshell.cli.run.AnswerOptions;
import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.LoginQuestions;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.session.SessionConnection;
import io.jenkins.plugins.networkshell.engine.session.SessionSettings;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.trial.PlatformTrial;
import io.jenkins.plugins.networkshell.engine.trial.TrialReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** {@code platforms --try}: a definition, and the device to try it on. */
final class TrialOptions {
    /** A short limit, because waiting for a prompt that the definition does not describe is useless. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    @Option(
            names = "--try",
            paramLabel = "FILE",
            required = true,
            description =
                    "Try a definition on the device that --host names: what of it fits, what is learned, and what to"
                            + " write where the device shows something else. Types only commands that the definition names and"
                            + " one that does not exist; reads each configuration twice, and changes nothing.")
    private Path file;

    @Option(
            names = "--enable-secret-env",
            paramLabel = "VAR",
            description = "With --try: environment variable that holds the secret for the privileged mode.")
    private String enableVariable;

    @ArgGroup(validate = false)
    private AnswerOptions answers;

    @ArgGroup(validate = false)
    private TargetOptions target;

    /** @param known what the definition may extend */
    TrialReport report(PlatformCatalog known, Environment environment) throws IOException {
        if (file == null) {
            throw new BadInputException("A device is named, but not what to try on it; allowed: --try FILE with it.");
        }
        if (target == null || !target.namesHost()) {
            throw new BadInputException("--try needs a device; allowed: --host HOST with it.");
        }
        PlatformCatalog catalog = known.with(file);
        Platform platform = definition(known);
        Map<String, Secret> secrets = enableVariable == null
                ? Map.of()
                : Map.of("enable", Secrets.ofVariable("--enable-secret-env", enableVariable, environment.variables()));
        Limits limits = target.limits().limits(Limits.DEFAULT);
        if (target.limits().silenceIfGiven() == null) {
            limits = limits.withSilence(SILENCE);
        }
        ShellOptions options = ShellOptions.auto(catalog)
                .withPlatform(platform)
                .withLimits(limits)
                .withAnswers(answers == null ? List.of() : answers.answers(environment))
                .withSecrets(secrets);
        Target device = target.target(environment);
        LoginQuestions questions = new LoginQuestions(environment.passwordPrompt());
        TrialProgress progress = new TrialProgress(new Messages(environment.err(), environment.colour()), questions);
        return new PlatformTrial(
                        () -> SessionConnection.Source.to(device, progress, environment.cancellation(), SshLog.NONE),
                        SessionSettings.of(device, options).withListener(progress),
                        line -> questions.ask(device, line))
                .run();
    }

    private Platform definition(PlatformCatalog known) throws IOException {
        List<Platform> defined = DefinitionCheck.of(file, known).defined();
        if (defined.size() != 1) {
            throw new BadInputException("--try: " + file + " holds " + defined.size()
                    + " definitions, and one device is one platform; allowed: the file of one definition.");
        }
        return defined.get(0);
    }
}
