package io.jenkins.plugins.networkshell.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code network-shell} itself, which needs one of its commands. */
@Command(
        name = "network-shell",
        description = "Drives network devices over SSH: runs commands in their interactive shell, exactly.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  network-shell run --host 10.0.0.1 --user backup --password-env NET_PASSWORD 'display version'",
            "  network-shell exec --host ops@10.0.0.9 --agent uptime",
            "  network-shell get --host ops@10.0.0.9 --agent /etc/frr/frr.conf .",
            "  network-shell backup --inventory devices.yaml --out configs",
            "  network-shell platforms huawei_vrp",
            "  network-shell simulate --platform huawei_vrp"
        })
final class NetworkShell implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        throw new ParameterException(
                line,
                "Name a command: " + String.join(", ", line.getSubcommands().keySet()) + ".");
    }
}
