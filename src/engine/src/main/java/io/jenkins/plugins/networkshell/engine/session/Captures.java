package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ConfigurationIncompleteException;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Configuration;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The configurations that a session prints, on their way to their files. For one thread. */
final class Captures implements AutoCloseable {
    private final String device;
    private final CaptureFiles files;
    private final SessionListener listener;
    private final Map<Integer, Capture> captures = new LinkedHashMap<>();
    private final Map<String, KeptConfiguration> kept = new LinkedHashMap<>();
    private String firstKind;

    /** @param file null if it is not to be kept */
    private record Capture(Configuration configuration, Completeness completeness, ConfigurationCapture file) {
        boolean hasEndMark() {
            return configuration.end() != null && completeness.isComplete();
        }
    }

    Captures(String device, CaptureFiles files, SessionListener listener) {
        this.device = device;
        this.files = files;
        this.listener = listener;
    }

    /** Begins to capture what a command prints. */
    LineSink begin(int command, Configuration configuration) throws IOException {
        if (firstKind == null) {
            firstKind = configuration.name();
        }
        boolean first = configuration.name().equals(firstKind);
        ConfigurationCapture file = files.begin(configuration.name(), first).orElse(null);
        Completeness completeness = new Completeness(configuration);
        captures.put(command, new Capture(configuration, completeness, file));
        return (text, ended) -> {
            completeness.text(text, ended);
            if (file != null) {
                file.text(text, ended);
            }
        };
    }

    /**
     * Keeps what is complete after all commands have come to their end.
     *
     * @throws ConfigurationIncompleteException for the first that is not, after all others were kept
     */
    void keep(List<CommandResult> results) throws IOException {
        List<ConfigurationIncompleteException> incomplete = new ArrayList<>();
        for (Map.Entry<Integer, Capture> entry : captures.entrySet()) {
            CommandResult result = results.get(entry.getKey());
            if (result.failed()) {
                continue; // the device said why; the command's failure shows it
            }
            try {
                Capture capture = entry.getValue();
                capture.completeness().check(device, result.command(), capture.file() != null);
                keep(entry.getKey(), capture);
            } catch (ConfigurationIncompleteException e) {
                if (entry.getValue().file() == null) {
                    listener.notice(e.getMessage()); // only shown, so that nothing incomplete can replace anything
                } else {
                    incomplete.add(e);
                }
            }
        }
        if (!incomplete.isEmpty()) {
            incomplete.stream().skip(1).map(NetworkShellException::getMessage).forEach(listener::notice);
            throw incomplete.get(0);
        }
    }

    /**
     * Keeps what is certainly complete after the session has broken off: output that belongs to a command may have been
     * under way, so that only the platform's end mark shows that nothing is missing.
     *
     * @param ended how many commands had come to their end
     */
    void keepAfterBreak(List<CommandResult> results, int ended) throws IOException {
        for (Map.Entry<Integer, Capture> entry : captures.entrySet()) {
            int command = entry.getKey();
            if (command < ended
                    && !results.get(command).failed()
                    && entry.getValue().hasEndMark()) {
                keep(command, entry.getValue());
            }
        }
    }

    private void keep(int command, Capture capture) throws IOException {
        if (capture.file() == null) {
            return;
        }
        capture.file().commit();
        KeptConfiguration configuration = new KeptConfiguration(
                command, capture.configuration().name(), capture.file().file());
        kept.put(configuration.name(), configuration);
        listener.kept(configuration);
    }

    /** Each name once: the one printed last is in the file. */
    List<KeptConfiguration> kept() {
        return List.copyOf(kept.values());
    }

    boolean isEmpty() {
        return captures.isEmpty();
    }

    /** Leaves nothing behind of what was not kept. */
    @Override
    public void close() throws IOException {
        for (Capture capture : captures.values()) {
            if (capture.file() != null) {
                capture.file().close();
            }
        }
    }
}
