package io.jenkins.plugins.networkshell.files;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The workspace does not have what is to be copied to the device. */
final class MissingFileException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    MissingFileException(String host, String sentence) {
        super(ErrorKind.FILE_TRANSFER, host, sentence, null, null);
    }
}
