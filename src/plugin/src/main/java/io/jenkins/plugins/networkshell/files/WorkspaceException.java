package io.jenkins.plugins.networkshell.files;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The workspace does not have what is to be copied to the device, or has no place for what comes from there. */
final class WorkspaceException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    WorkspaceException(String host, String sentence) {
        super(ErrorKind.FILE_TRANSFER, host, sentence, null, null);
    }
}
