package io.jenkins.plugins.networkshell.simulator.scene;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A question that a device asks before it continues. Immutable.
 *
 * @param prompt printed without a newline after it; {@code ${…}} placeholders
 * @param hidden whether the answer is not echoed
 * @param key whether a single key is the answer, without Enter
 * @param answers tried in order
 * @param otherwise the reply to any other answer; null: the question is asked again
 */
public record Question(String prompt, boolean hidden, boolean key, List<Answer> answers, Reply otherwise) {
    public Question {
        answers = List.copyOf(answers);
    }

    /** @param pattern must match the whole answer, without its line end */
    public record Answer(Pattern pattern, Reply reply) {}

    /** A question with a visible answer that ends with Enter, repeated until an answer matches. */
    public static Question of(String prompt, Answer... answers) {
        return new Question(prompt, false, false, List.of(answers), null);
    }

    /** A password question: the correct password leads to {@code right}, everything else to {@code wrong}. */
    public static Question secret(String prompt, String password, Reply right, Reply wrong) {
        return new Question(
                prompt, true, false, List.of(new Answer(Pattern.compile(Pattern.quote(password)), right)), wrong);
    }

    public static Answer answer(String regex, Reply reply) {
        return new Answer(Pattern.compile(regex), reply);
    }
}
