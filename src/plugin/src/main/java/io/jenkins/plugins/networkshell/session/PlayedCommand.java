package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.console.CommandOutput;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.session.SessionReply.CapturedConfiguration;
import java.io.IOException;
import java.util.Optional;

/** A command that was typed, and what came of it so far. */
final class PlayedCommand implements AutoCloseable {
    private final PlannedCommand planned;
    private final CommandOutput output;
    private final ConfigurationFile configuration;
    private CommandResult result;

    /** @param configuration that it prints, or null */
    PlayedCommand(PlannedCommand planned, CommandOutput output, ConfigurationFile configuration) {
        this.planned = planned;
        this.output = output;
        this.configuration = configuration;
    }

    PlannedCommand planned() {
        return planned;
    }

    CommandOutput output() {
        return output;
    }

    void setResult(CommandResult value) {
        result = value;
    }

    /** Null when it was cut short. */
    CommandResult result() {
        return result;
    }

    boolean failed() {
        return result == null || result.failed();
    }

    /** See {@link ConfigurationFile#keep}; what a failed command printed is no configuration. */
    Optional<CapturedConfiguration> keep(String host, boolean certain) throws NetworkShellException, IOException {
        return configuration == null || failed() ? Optional.empty() : configuration.keep(host, certain);
    }

    @Override
    public void close() throws IOException {
        if (configuration != null) {
            configuration.close();
        }
    }
}
