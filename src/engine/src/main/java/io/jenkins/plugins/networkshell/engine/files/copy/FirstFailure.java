package io.jenkins.plugins.networkshell.engine.files.copy;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;

/** Collects the first of several failures and their number, so that one failing file does not stop the others. */
public final class FirstFailure {
    private FileTransferException first;
    private int count;

    /** @throws FileTransferException the failure itself, if it affects the other files, too */
    public void add(FileTransferException e) throws FileTransferException {
        if (!e.concernsOneFile()) {
            throw e;
        }
        count++;
        first = first == null ? e : first;
    }

    public int count() {
        return count;
    }

    /**
     * @param done the failed operation, for example {@code copied}
     * @throws NetworkShellException the first failure, when there was one
     */
    public void throwIfAny(String done) throws NetworkShellException {
        if (count > 1) {
            throw new FileTransferException(
                    first.host(),
                    first.reason(),
                    first.getMessage() + " (" + (count - 1) + " more could not be " + done + ", either.)",
                    first.hint().orElse(null),
                    first);
        }
        if (first != null) {
            throw first;
        }
    }
}
