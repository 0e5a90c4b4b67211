package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import java.io.IOException;
import java.util.List;

/** Processes names one after the other; a failure of one does not stop the others. */
final class Names {
    private final Messages messages;
    private ExitCode code = ExitCode.OK;

    Names(Environment environment) {
        messages = new Messages(environment.err(), environment.colour());
    }

    /** The work on one name. */
    interface Work {
        void on(String name) throws IOException;
    }

    /** @throws IOException if it affects all of them, or there is only one */
    void each(List<String> names, Work work) throws IOException {
        for (String name : names) {
            try {
                work.on(name);
            } catch (FileTransferException e) {
                if (names.size() == 1 || !e.concernsOneFile()) {
                    throw e;
                }
                messages.error(e.describe());
                code = code == ExitCode.OK ? ExitCode.of(e) : code;
            }
        }
    }

    /** The exit code of the first failure. */
    int code() {
        return code.number();
    }
}
