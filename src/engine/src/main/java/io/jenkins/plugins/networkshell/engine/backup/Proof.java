package io.jenkins.plugins.networkshell.engine.backup;

import java.io.Serializable;

/** Why a capture counts as complete. */
public sealed interface Proof extends Serializable {
    /** @param line the last line, which the platform's end mark matches */
    record EndMark(String line) implements Proof {}

    /**
     * Two consecutive reads that agreed, ignoring volatile lines.
     *
     * @param reads the number of reads, 2 or more
     */
    record ReadsAgree(int reads) implements Proof {}

    /** None: a file in the archive that something else wrote. */
    record Found() implements Proof {}
}
