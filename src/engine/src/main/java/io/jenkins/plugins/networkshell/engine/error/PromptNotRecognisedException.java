package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** After login the device showed nothing that looks like a prompt of its platform. */
public final class PromptNotRecognisedException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public PromptNotRecognisedException(String host, String sentence, String hint) {
        super(ErrorKind.PROMPT_NOT_RECOGNISED, host, sentence, hint, null);
    }
}
