package io.jenkins.plugins.networkshell.engine.files;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** Hears about the progress of a copy, on the thread that copies. Must return quickly and must not throw. */
public interface TransferListener {
    /** Hears nothing. */
    TransferListener NONE = new TransferListener() {};

    /**
     * A file is begun.
     *
     * @param file its path on the side that it comes from
     * @param size in bytes; -1 where unknown
     * @param done how many of them are there from an earlier attempt
     */
    default void started(String file, long size, long done) {}

    /** @param done bytes of the current file that have arrived, those of an earlier attempt included */
    default void progress(long done) {}

    /** The current file is complete and has its name. */
    default void finished(String file, long size) {}

    /** A file was left out, for instance a link in a folder. */
    default void skipped(String file, String why) {}

    /** A file was left out because it is there already; see {@link TransferOptions#resume()}. */
    default void upToDate(String file) {
        skipped(file, "it is there already, with the same size and time");
    }

    /** Something the user should know although the work continues, one sentence. */
    default void notice(String sentence) {}

    /** A file in a folder could not be copied; the others follow, and the error comes again at the end. */
    default void failed(String file, NetworkShellException error) {}
}
