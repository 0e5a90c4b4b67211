package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import java.io.IOException;
import java.util.List;

/** Names that are worked on one after the other: what fails for one keeps no other from its turn. */
final class Names {
    private final Messages messages;
    private ExitCode code = ExitCode.OK;

    Names(Environment environment) {
        messages = new Messages(environment.err(), environment.colour());
    }

    /** What is done with one of them. */
    interface Work {
        void on(String name) throws IOException;
    }

    /** @throws IOException what concerns all of them, or the only one */
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

    /** That of the first that failed. */
    int code() {
        return code.number();
    }
}
