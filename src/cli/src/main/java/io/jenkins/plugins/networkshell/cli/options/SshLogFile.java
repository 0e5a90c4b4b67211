package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.terminal.Incomplete;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import java.io.IOException;
import java.nio.file.Path;

/** The file for the SSH protocol log. */
public final class SshLogFile {
    public static final String OPTION = "--ssh-log";
    public static final String DESCRIPTION =
            "Append a log of the SSH protocol: algorithms, login steps, channels; no secrets.";

    private SshLogFile() {}

    /**
     * @param file null for none
     * @param incomplete reports a log that could not be written completely; closed after the log
     */
    public static SshLog open(Path file, Incomplete incomplete) {
        if (file == null) {
            return SshLog.NONE;
        }
        try {
            SshLog log = SshLog.to(file);
            incomplete.watch(OPTION, file, log::failure);
            return log;
        } catch (IOException e) {
            throw FileProblem.unwritable(OPTION, file, e);
        }
    }
}
