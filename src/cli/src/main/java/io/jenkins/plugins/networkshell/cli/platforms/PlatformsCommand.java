package io.jenkins.plugins.networkshell.cli.platforms;

import io.jenkins.plugins.networkshell.cli.options.FormatOption;
import io.jenkins.plugins.networkshell.cli.options.PlatformOptions;
import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import io.jenkins.plugins.networkshell.engine.trial.TrialReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platforms}: lists the platforms, or shows one. */
@Command(
        name = "platforms",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "network-shell platforms [--platforms=DIR]... [--format=FORMAT] [NAME]",
            "       network-shell platforms --check=FILE [--platforms=DIR]... [--format=FORMAT]",
            "       network-shell platforms --try=FILE --host=HOST [OPTIONS]",
        },
        description = "Lists the known platforms, or shows one: its modes, paging and configuration commands.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  network-shell platforms",
            "  network-shell platforms huawei_vrp",
            "  network-shell platforms --platforms my-platforms --format json",
            "  network-shell platforms --check my_switch.yaml",
            "  network-shell platforms --try my_switch.yaml --host backup@10.0.0.1 --password-env NET_PASSWORD",
        })
public final class PlatformsCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec
    private CommandSpec spec;

    @Mixin
    private PlatformOptions platforms;

    @Mixin
    private FormatOption format;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The platform to show, or one of its aliases.")
    private String name;

    @Option(
            names = "--check",
            paramLabel = "FILE",
            description = "Check a definition, or a folder of them: what is wrong and where, and what it leaves out.")
    private Path check;

    @ArgGroup(validate = false, heading = "%nTry a definition on a device:%n")
    private TrialOptions trial;

    public PlatformsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        PlatformCatalog catalog = platforms.catalog();
        PrintWriter out = spec.commandLine().getOut();
        if (trial != null) {
            return tried(catalog, out);
        }
        if (check != null) {
            DefinitionCheck result = DefinitionCheck.of(check, catalog);
            if (format.isJson()) {
                PlatformJson.check(result, out);
            } else {
                result.print(out);
            }
        } else if (name == null) {
            List<Naming> all = catalog.namings();
            if (format.isJson()) {
                PlatformJson.list(all, out);
            } else {
                PlatformText.table(all, naming -> platforms.source(catalog, naming), out);
            }
        } else {
            Platform platform = catalog.find(name).orElseThrow(() -> PlatformOptions.unknown(name, catalog, ""));
            String source = platforms.source(catalog, platform.naming());
            if (format.isJson()) {
                PlatformJson.details(platform, source, out);
            } else {
                PlatformText.details(platform, source, out);
            }
        }
        out.flush();
        return ExitCode.OK.number();
    }

    private int tried(PlatformCatalog catalog, PrintWriter out) throws IOException {
        if (check != null || name != null) {
            throw new BadInputException(
                    "--try stands alone; allowed: without " + (check != null ? "--check." : "a NAME."));
        }
        TrialReport report = trial.report(catalog, environment);
        if (format.isJson()) {
            PlatformJson.trial(report, out);
        } else {
            TrialText.print(report, out);
        }
        out.flush();
        if (report.unanswered() != null) {
            throw new NetworkShellException(
                    report.error().kind(),
                    report.error().host(),
                    "The device asks " + Quoted.line(report.unanswered()) + ", and nobody is there to answer.",
                    "Pass --answer 'REGEX=TEXT', or --answer-env 'REGEX=VAR' for a secret, or write it into the definition.",
                    null);
        }
        if (report.error() != null) {
            throw report.error();
        }
        return report.fits() ? ExitCode.OK.number() : ExitCode.COMMAND_FAILED.number();
    }
}
