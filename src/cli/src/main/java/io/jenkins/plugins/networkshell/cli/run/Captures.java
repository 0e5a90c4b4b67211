package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.engine.backup.Completeness;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationArchive;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationCapture;
import io.jenkins.plugins.networkshell.engine.error.ConfigurationIncompleteException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Configuration;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The configurations of one session on their way into the archive. The first one goes to {@code <name>.cfg}, one of
 * another kind that follows ({@code running} after {@code startup}) to {@code <name>.<kind>.cfg}.
 */
final class Captures implements AutoCloseable {
    private final ConfigurationArchive archive;
    private final String device;
    private final Map<Integer, Capture> captures = new LinkedHashMap<>();
    private String firstKind;

    private record Capture(ConfigurationCapture file, Completeness completeness) {}

    /**
     * @param archive null: nothing is kept
     * @param device what it is called in the archive
     */
    Captures(ConfigurationArchive archive, String device) {
        this.archive = archive;
        this.device = device;
    }

    /** Where a command's output goes: to {@code output} and, when it is a configuration, into the archive. */
    LineSink sink(int index, String command, Platform platform, LineSink output) throws IOException {
        Optional<Configuration> configuration = archive == null ? Optional.empty() : platform.configurationOf(command);
        if (configuration.isEmpty()) {
            return output;
        }
        Capture capture =
                new Capture(archive.capture(name(configuration.get().name())), new Completeness(configuration.get()));
        captures.put(index, capture);
        return (text, ended) -> {
            output.text(text, ended);
            capture.file().text(text, ended);
            capture.completeness().text(text, ended);
        };
    }

    private String name(String kind) {
        if (firstKind == null) {
            firstKind = kind;
        }
        return kind.equals(firstKind) ? device : device + "." + kind;
    }

    /**
     * Puts those in their place that are complete.
     *
     * @param ended how many commands came to their end
     * @param told what was kept, one sentence each
     * @throws ConfigurationIncompleteException after all others were kept
     */
    void keep(List<CommandResult> results, int ended, Consumer<String> told)
            throws IOException, ConfigurationIncompleteException {
        ConfigurationIncompleteException incomplete = null;
        for (Map.Entry<Integer, Capture> entry : captures.entrySet()) {
            CommandResult result = results.get(entry.getKey());
            if (entry.getKey() >= ended || result.failed()) {
                continue; // the user hears of that anyway
            }
            try {
                entry.getValue().completeness().check(device, result.command());
                entry.getValue().file().commit();
                told.accept("Saved " + entry.getValue().file().file());
            } catch (ConfigurationIncompleteException e) {
                incomplete = e;
            }
        }
        if (incomplete != null) {
            throw incomplete;
        }
    }

    /** Whether there was no configuration although somebody wants to keep one. */
    boolean missedAny() {
        return archive != null && captures.isEmpty();
    }

    @Override
    public void close() throws IOException {
        for (Capture capture : captures.values()) {
            capture.file().close();
        }
    }
}
