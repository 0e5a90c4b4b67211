package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Question;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Values that follow from the rest of a platform and are expensive to compute: all sessions with devices of the
 * platform share them. Computed on first use, and again on a machine that the platform is sent to. Equal to any other
 * instance, because it adds nothing to the platform. Thread-safe.
 */
public final class DerivedValues implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient SecretRedactor redactor;
    private transient Pattern anyQuestion;

    DerivedValues() {}

    /** Synchronized, because the sessions of a fleet start together and each would compute its own. */
    synchronized SecretRedactor redactor(Platform platform) {
        if (redactor == null) {
            redactor = new SecretRedactor(platform.secrets(), platform.secretBlocks());
        }
        return redactor;
    }

    synchronized Pattern anyQuestion(List<Question> questions) {
        if (anyQuestion == null) {
            anyQuestion = Pattern.compile(questions.stream()
                    .map(question -> "(?:" + question.pattern().pattern() + ")")
                    .collect(Collectors.joining("|")));
        }
        return anyQuestion;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DerivedValues;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
