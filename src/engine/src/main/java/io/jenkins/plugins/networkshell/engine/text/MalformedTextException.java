package io.jenkins.plugins.networkshell.engine.text;

/** A text violates the syntax of its format. Callers convert it into their own error. */
public final class MalformedTextException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Position at;
    private final String problem;
    private final String allowed;

    /**
     * @param problem continues a sentence that begins with the position: {@code is not valid YAML}
     * @param allowed completes {@code allowed: …}
     */
    public MalformedTextException(Position at, String problem, String allowed, Throwable cause) {
        super(at + ": " + problem + "; allowed: " + allowed + ".", cause);
        this.at = at;
        this.problem = problem;
        this.allowed = allowed;
    }

    public Position at() {
        return at;
    }

    public String problem() {
        return problem;
    }

    public String allowed() {
        return allowed;
    }
}
