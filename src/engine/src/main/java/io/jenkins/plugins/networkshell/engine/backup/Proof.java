package io.jenkins.plugins.networkshell.engine.backup;

import java.io.Serializable;

/** Why a capture counts as complete. */
public sealed interface Proof extends Serializable {
    /** @param line the last line, which the platform's end mark matches */
    record EndMark(String line) implements Proof {}

    /**
     * Two reads in a row that agreed, volatile lines aside.
     *
     * @param reads how many reads it took, 2 or more
     */
    record ReadsAgree(int reads) implements Proof {}

    /** Nothing: a file that was found in the archive and that somebody else wrote. */
    record Found() implements Proof {}
}
