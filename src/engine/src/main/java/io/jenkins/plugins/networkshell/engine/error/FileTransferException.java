package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** A file could not be read, written, listed or changed. The message names the file and the reason. */
public final class FileTransferException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** The reason, for code that handles some reasons differently. */
    public enum Reason {
        NO_SUCH_FILE,
        PERMISSION_DENIED,
        /** A full disk, or a quota. */
        NO_SPACE,
        ALREADY_EXISTS,
        /** A folder instead of a file, or the reverse. */
        WRONG_TYPE,
        /** The device does not support the operation. */
        UNSUPPORTED,
        /** Size or checksum differ. */
        DIFFERENT,
        /** The device violated the protocol, for example with a slash in a listed file name. */
        SUSPICIOUS,
        /** The error concerns a local file. */
        LOCAL,
        OTHER
    }

    public FileTransferException(String host, Reason reason, String sentence, String hint, Throwable cause) {
        super(ErrorKind.FILE_TRANSFER, host, sentence, hint, cause);
        this.reason = reason;
    }

    public FileTransferException(String host, Reason reason, String sentence) {
        this(host, reason, sentence, null, null);
    }

    public Reason reason() {
        return reason;
    }

    /**
     * Whether it affects only this file, so that work on others can continue. A hostile device, a full disk or an
     * unsupported operation affects all files.
     */
    public boolean concernsOneFile() {
        return switch (reason) {
            case NO_SUCH_FILE, PERMISSION_DENIED, ALREADY_EXISTS, WRONG_TYPE, DIFFERENT, OTHER -> true;
            case NO_SPACE, UNSUPPORTED, SUSPICIOUS -> false;
            case LOCAL -> !isFull(getCause());
        };
    }

    private static boolean isFull(Throwable e) {
        String said = e == null ? null : e.getMessage();
        return said != null && (said.contains("No space left") || said.contains("uota exceeded"));
    }
}
