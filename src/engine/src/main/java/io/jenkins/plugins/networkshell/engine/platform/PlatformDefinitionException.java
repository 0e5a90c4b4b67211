package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.text.MalformedTextException;
import io.jenkins.plugins.networkshell.engine.text.Position;

/**
 * A platform definition is invalid. The message is one sentence that names the file, the line, the field and what is
 * allowed there.
 */
public final class PlatformDefinitionException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final int line;
    private final String field;

    PlatformDefinitionException(String source, int line, String field, String sentence, Throwable cause) {
        super(ErrorKind.BAD_INPUT, "", sentence, null, cause);
        this.source = source;
        this.line = line;
        this.field = field;
    }

    static PlatformDefinitionException of(MalformedTextException e) {
        // The problem concerns a field, which is quoted, or the whole definition.
        String sentence = e.problem().startsWith("'")
                ? e.getMessage()
                : e.at() + ": the definition " + e.problem() + "; allowed: " + e.allowed() + ".";
        return new PlatformDefinitionException(e.at().source(), e.at().line(), "", sentence, e);
    }

    /** An error of a whole file that no single line causes. */
    static PlatformDefinitionException ofFile(String source, String problem, String allowed, Throwable cause) {
        return new PlatformDefinitionException(
                source, 0, "", source + ": " + problem + "; allowed: " + allowed + ".", cause);
    }

    /**
     * @param field its path, for instance {@code modes[0].prompt}
     * @param problem continues a sentence that begins with the field: {@code is missing}
     * @param allowed completes {@code allowed: …}
     */
    static PlatformDefinitionException at(Position at, String field, String problem, String allowed) {
        String subject = field.isEmpty() ? "the definition" : "'" + field + "'";
        return new PlatformDefinitionException(
                at.source(),
                at.line(),
                field,
                at + ": " + subject + " " + problem + "; allowed: " + allowed + ".",
                null);
    }

    /** The file, or the name that the caller gave the text. */
    public String source() {
        return source;
    }

    /** The line, from 1; 0 if the error concerns the whole file. */
    public int line() {
        return line;
    }

    /**
     * The path of the field, for instance {@code modes[0].prompt}; empty if the error does not concern a single field.
     */
    public String field() {
        return field;
    }
}
