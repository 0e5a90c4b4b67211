package io.jenkins.plugins.networkshell.engine.files;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** Receives the progress of a copy, on the copying thread. Must return quickly and must not throw. */
public interface TransferListener {
    /** Ignores all events. */
    TransferListener NONE = new TransferListener() {};

    /**
     * The copy of a file starts.
     *
     * @param file its path on the source side
     * @param size in bytes; -1 if unknown
     * @param done bytes that an earlier attempt copied
     */
    default void started(String file, long size, long done) {}

    /** @param done bytes of the current file that have arrived, including those of an earlier attempt */
    default void progress(long done) {}

    /** The current file is complete and has its name. */
    default void finished(String file, long size) {}

    /** A file was skipped, for example a link in a folder. */
    default void skipped(String file, String why) {}

    /** A file was skipped because it already exists; see {@link TransferOptions#resume()}. */
    default void upToDate(String file) {
        skipped(file, "it is there already, with the same size and time");
    }

    /** A warning for the user while the work continues, one sentence. */
    default void notice(String sentence) {}

    /** A file in a folder could not be copied; the others follow, and the error is thrown at the end. */
    default void failed(String file, NetworkShellException error) {}
}
