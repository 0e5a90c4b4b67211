package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.engine.backup.Completeness;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationArchive;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationCapture;
import io.jenkins.plugins.networkshell.engine.error.ConfigurationIncompleteException;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Configuration;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import io.jenkins.plugins.networkshell.session.SessionReply.CapturedConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A configuration while it is being printed. There is a file of it only when it came completely. */
final class ConfigurationFile implements LineSink, AutoCloseable {
    private final Configuration configuration;
    private final String command;
    private final Completeness completeness;
    private final ConfigurationCapture capture;

    /** @param folder for the file; null: only to see whether it is complete */
    ConfigurationFile(Configuration configuration, String command, Path folder) throws IOException {
        this.configuration = configuration;
        this.command = command;
        this.completeness = new Completeness(configuration);
        this.capture = folder == null ? null : new ConfigurationArchive(folder).capture(configuration.name());
    }

    @Override
    public void text(String text, boolean ended) {
        completeness.text(text, ended);
        if (capture != null) {
            capture.text(text, ended);
        }
    }

    /**
     * @param certain whether it is certain that nothing follows; if not, only the platform's end mark counts
     * @return empty where no file was wanted, or nothing is certain
     */
    Optional<CapturedConfiguration> keep(String host, boolean certain)
            throws ConfigurationIncompleteException, IOException {
        if (!certain && (configuration.end() == null || !completeness.isComplete())) {
            return Optional.empty();
        }
        completeness.check(host, command);
        if (capture == null) {
            return Optional.empty();
        }
        capture.commit();
        return Optional.of(new CapturedConfiguration(
                configuration.name(), String.valueOf(capture.file().getFileName())));
    }

    @Override
    public void close() throws IOException {
        if (capture != null) {
            capture.close();
        }
    }
}
