package io.jenkins.plugins.networkshell.cli.platforms;

import io.jenkins.plugins.networkshell.cli.options.FormatOption;
import io.jenkins.plugins.networkshell.cli.options.PlatformOptions;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
        description = "Lists the platforms that are known, or shows one: its modes, paging and configuration commands.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  network-shell platforms",
            "  network-shell platforms huawei_vrp",
            "  network-shell platforms --platforms my-platforms --format json",
            "  network-shell platforms --check my_switch.yaml",
        })
public final class PlatformsCommand implements Callable<Integer> {
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

    @Override
    public Integer call() throws IOException {
        PlatformCatalog catalog = platforms.catalog();
        PrintWriter out = spec.commandLine().getOut();
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
}
