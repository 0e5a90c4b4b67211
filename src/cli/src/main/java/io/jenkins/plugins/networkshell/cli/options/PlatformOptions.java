package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Options for platform definitions. */
public final class PlatformOptions {
    @Option(
            names = "--platforms",
            paramLabel = "DIR",
            description = "Your own platform definitions: a folder of YAML files, or one file. May be repeated.")
    private List<Path> folders = List.of();

    /** The shipped platforms and the user's. */
    public PlatformCatalog catalog() throws NetworkShellException {
        PlatformCatalog catalog = PlatformCatalog.builtIn();
        for (Path folder : folders) {
            catalog = catalog.with(folder);
        }
        return catalog;
    }

    /** The source of a platform's definition: {@code built in}, or the named file or folder. */
    public String source(PlatformCatalog catalog, Naming platform) {
        return catalog.isBuiltIn(platform.name())
                ? "built in"
                : folders.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    /** The error for an unknown name. */
    public static BadInputException unknown(String name, PlatformCatalog catalog, String alsoAllowed) {
        return new BadInputException("The platform '" + name + "' is not known" + catalog.meantQuestion(name)
                + "; allowed: " + alsoAllowed + String.join(", ", catalog.names()) + ".");
    }
}
