package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.scene.Question;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The device's reaction to a line.
 *
 * @param groups the placeholders that the line's match gives
 */
record Reaction(Reply reply, Map<String, String> groups) {
    static Reaction of(Reply reply) {
        return new Reaction(reply, Map.of());
    }

    static Reaction to(CommandFinder.Found command) {
        return new Reaction(command.rule().reply(), command.groups());
    }

    /** Empty: the answer is not accepted, and the question is repeated. */
    static Optional<Reaction> toAnswer(Question question, String text) {
        for (Question.Answer answer : question.answers()) {
            Matcher matcher = answer.pattern().matcher(text.strip());
            if (matcher.matches()) {
                return Optional.of(new Reaction(answer.reply(), CommandFinder.groups(matcher, answer.pattern())));
            }
            if (answer.pattern().matcher(text).matches()) {
                return Optional.of(of(answer.reply()));
            }
        }
        return Optional.ofNullable(question.otherwise()).map(Reaction::of);
    }
}
