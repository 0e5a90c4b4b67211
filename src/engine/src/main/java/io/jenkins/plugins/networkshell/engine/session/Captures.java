package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ConfigurationIncompleteException;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the configurations that a session prints to their files. For one thread. */
final class Captures implements AutoCloseable {
    private final String device;
    private final CaptureFiles files;
    private final SessionListener listener;
    private final Map<Integer, Capture> captures = new LinkedHashMap<>();
    private final Map<String, KeptConfiguration> kept = new LinkedHashMap<>();
    private String firstKind;

    /** @param file null if it is not kept */
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

    /** Starts to capture the output of a command. */
    LineSink begin(int command, Configuration configuration) throws IOException {
        if (firstKind == null) {
            firstKind = configuration.name();
        }
        boolean first = configuration.name().equals(firstKind);
        ConfigurationCapture file = files.begin(configuration.name(), first).orElse(null);
        Completeness completeness = new Completeness(configuration);
        captures.put(command, new Capture(configuration, completeness, file));
        return file == null ? completeness : new Both(completeness, file);
    }

    private record Both(Completeness completeness, ConfigurationCapture file) implements LineSink {
        @Override
        public void text(String text, boolean ended) {
            completeness.text(text, ended);
            file.text(text, ended);
        }

        @Override
        public void lines(String lines) {
            completeness.lines(lines);
            file.lines(lines);
        }
    }

    /**
     * Keeps the complete configurations after all commands have ended.
     *
     * @throws ConfigurationIncompleteException for the first incomplete one, after all others were kept
     */
    void keep(List<CommandResult> results) throws IOException {
        List<ConfigurationIncompleteException> incomplete = new ArrayList<>();
        for (Map.Entry<Integer, Capture> entry : captures.entrySet()) {
            CommandResult result = results.get(entry.getKey());
            if (result.failed()) {
                continue; // the command's failure shows the device's reason
            }
            try {
                Capture capture = entry.getValue();
                capture.completeness().check(device, result.command(), capture.file() != null);
                keep(entry.getKey(), capture);
            } catch (ConfigurationIncompleteException e) {
                if (entry.getValue().file() == null) {
                    listener.notice(e.getMessage()); // only shown, so an incomplete one can't replace anything
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
     * Keeps the configurations that are certainly complete after a broken session: output may have been lost, so only
     * the platform's end mark proves that nothing is missing.
     *
     * @param ended the number of commands that had ended
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

    /** Each name once, with the one printed last. */
    List<KeptConfiguration> kept() {
        return List.copyOf(kept.values());
    }

    boolean isEmpty() {
        return captures.isEmpty();
    }

    /** Removes everything that was not kept. */
    @Override
    public void close() throws IOException {
        for (Capture capture : captures.values()) {
            if (capture.file() != null) {
                capture.file().close();
            }
        }
    }
}
