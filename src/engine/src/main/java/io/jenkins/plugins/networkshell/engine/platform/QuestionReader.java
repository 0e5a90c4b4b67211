package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.platform.dialogue.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads lists of questions: those of the platform, and the dialogues of mode changes. */
final class QuestionReader {
    private static final Set<String> FIELDS =
            Set.of("expect", "command", "send", "secret", "newline", "hidden", "times", "notice");

    /** Enough for every real dialogue, and few enough to end one that loops. */
    private static final int DEFAULT_TIMES = 5;

    private static final int MAX_TIMES = 10_000;

    private QuestionReader() {}

    static List<Question> read(FieldReader parent, String name) throws PlatformDefinitionException {
        List<Question> questions = new ArrayList<>();
        for (FieldReader fields : parent.list(name, FIELDS)) {
            questions.add(question(fields));
        }
        return List.copyOf(questions);
    }

    private static Question question(FieldReader fields) throws PlatformDefinitionException {
        fields.require("expect", "a pattern for the unfinished line that the device waits behind");
        if (fields.has("send") == fields.has("secret")) {
            throw fields.wrong(
                    fields.has("send") ? "secret" : "send",
                    fields.has("send") ? "stands next to 'send'" : "is missing",
                    "one of 'send' (a text) and 'secret' (the name of a secret)");
        }
        String secret = fields.text("secret", null);
        if (secret != null && !Names.isName(secret)) {
            throw fields.wrong("secret", "is not the name of a secret", Names.ALLOWED);
        }
        return new Question(
                fields.pattern("expect"),
                fields.pattern("command"),
                fields.text("send", null),
                secret,
                fields.bool("newline", true),
                fields.bool("hidden", secret != null),
                fields.number("times", DEFAULT_TIMES, 1, MAX_TIMES),
                fields.text("notice", null));
    }
}
