package io.jenkins.plugins.networkshell.cli.options;

import picocli.CommandLine.Option;

/** The option for the output format. */
public final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = OutputFormat.Words.class,
            completionCandidates = OutputFormat.Words.class,
            description = "text or json. Default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    public boolean isJson() {
        return format == OutputFormat.JSON;
    }
}
