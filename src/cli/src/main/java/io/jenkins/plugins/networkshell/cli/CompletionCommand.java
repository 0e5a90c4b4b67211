package io.jenkins.plugins.networkshell.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: prints the script for Tab completion. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a completion script for bash and zsh, for a command called network-shell.",
        footerHeading = "%nExample:%n",
        footer = "  source <(network-shell completion)")
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("network-shell", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
    }
}
