package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The archive cannot be used: another process writes to it, its folder is not writable, or the disk is full. */
public final class ArchiveException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public ArchiveException(String sentence, String hint, Throwable cause) {
        super(ErrorKind.BAD_INPUT, "", sentence, hint, cause);
    }
}
