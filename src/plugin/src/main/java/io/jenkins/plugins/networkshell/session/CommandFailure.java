package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The device refused a command, and the step must fail. */
final class CommandFailure extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    private CommandFailure(String host, String sentence, String hint) {
        super(ErrorKind.COMMAND_FAILED, host, sentence, hint, null);
    }

    /** @param said the device's line, masked */
    static CommandFailure of(String host, String command, String said) {
        return new CommandFailure(
                host, Messages.CommandFailure_Sentence(command, host, said), Messages.CommandFailure_Hint());
    }
}
