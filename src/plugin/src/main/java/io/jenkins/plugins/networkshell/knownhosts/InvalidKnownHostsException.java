package io.jenkins.plugins.networkshell.knownhosts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A text is not in the format of {@code known_hosts}; the message names each invalid line. */
public final class InvalidKnownHostsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> wrongLines;

    InvalidKnownHostsException(List<String> wrongLines) {
        super(String.join("\n", wrongLines));
        this.wrongLines = new ArrayList<>(wrongLines);
    }

    /** One sentence per line. */
    public List<String> wrongLines() {
        return Collections.unmodifiableList(wrongLines);
    }
}
