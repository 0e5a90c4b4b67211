package io.jenkins.plugins.networkshell.files;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The workspace lacks a file to copy, or can't store a file from the device. */
final class WorkspaceException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    WorkspaceException(String host, String sentence) {
        super(ErrorKind.FILE_TRANSFER, host, sentence, null, null);
    }
}
