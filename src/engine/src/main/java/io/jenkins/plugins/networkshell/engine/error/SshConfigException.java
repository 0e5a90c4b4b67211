package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** An {@code ssh_config} file is wrong; the message names file and line. */
public final class SshConfigException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public SshConfigException(String sentence, Throwable cause) {
        super(ErrorKind.BAD_INPUT, "", sentence, null, cause);
    }
}
