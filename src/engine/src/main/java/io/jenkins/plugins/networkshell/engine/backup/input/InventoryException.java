package io.jenkins.plugins.networkshell.engine.backup.input;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.util.List;

/**
 * An inventory or a credential table is invalid, and none of it is used. The message describes the first problem;
 * {@link #problems()} has all of them, so that the file can be corrected at once.
 */
public final class InventoryException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<Problem> problems;

    InventoryException(List<Problem> problems) {
        super(ErrorKind.BAD_INPUT, "", problems.get(0).sentence() + more(problems.size() - 1), null, null);
        this.problems = List.copyOf(problems);
    }

    private static String more(int count) {
        return count == 0 ? "" : " (" + count + " more " + (count == 1 ? "problem" : "problems") + ".)";
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }
}
