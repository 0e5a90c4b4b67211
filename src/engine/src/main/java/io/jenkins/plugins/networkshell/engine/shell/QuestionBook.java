package io.jenkins.plugins.networkshell.engine.shell;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Question;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What to answer when the device asks, and how often it was answered. Not thread-safe. */
final class QuestionBook {
    /**
     * @param keys what to type, or null when a named secret is wanted that nobody gave
     * @param missingSecret the name of that secret, or null
     * @param notice for the user, or null
     */
    record Reply(Secret keys, boolean newline, String missingSecret, String notice) {}

    private final List<Answer> sessionAnswers;
    private final Map<String, Secret> secrets;
    private final Map<Object, Integer> timesInSession = new IdentityHashMap<>();
    private final Map<Object, Integer> timesInCommand = new IdentityHashMap<>();
    private Platform platform;
    /** All questions of the platform in one: the output of a long command is cut in many places, and asks nothing. */
    private Pattern anyQuestion;

    QuestionBook(List<Answer> sessionAnswers, Map<String, Secret> secrets, Platform platform) {
        this.sessionAnswers = sessionAnswers;
        this.secrets = secrets;
        setPlatform(platform);
    }

    void setPlatform(Platform recognised) {
        platform = recognised;
        anyQuestion = Pattern.compile(recognised.questions().stream()
                .map(question -> "(?:" + question.pattern().pattern() + ")")
                .collect(Collectors.joining("|")));
    }

    /** Answers given with a command are counted anew with each command. */
    void startCommand() {
        timesInCommand.clear();
    }

    /**
     * @param line the unfinished line
     * @param command that is running, empty where none is
     * @param commandAnswers given with that command, looked at first
     * @param dialogue what the platform expects while it changes modes, looked at next
     * @param quiet whether the device has been quiet behind the line: a user's expression may well be found in a line of
     *     output that the network or the device cut right there
     * @return null where nothing is known, or where everything known was used up
     */
    Reply reply(String line, String command, List<Answer> commandAnswers, List<Question> dialogue, boolean quiet) {
        if (concernsUser(line, commandAnswers)) {
            return quiet ? replyOfUser(line, commandAnswers) : null;
        }
        Reply expected = firstAsked(line, command, dialogue);
        if (expected != null
                || platform.questions().isEmpty()
                || !anyQuestion.matcher(line).find()) {
            return expected;
        }
        return firstAsked(line, command, platform.questions());
    }

    /** What the user says goes before what the platform says, which may be quicker. */
    private boolean concernsUser(String line, List<Answer> commandAnswers) {
        return isOpen(line, commandAnswers, timesInCommand) || isOpen(line, sessionAnswers, timesInSession);
    }

    private Reply replyOfUser(String line, List<Answer> commandAnswers) {
        Reply given = reply(line, commandAnswers, timesInCommand);
        return given != null ? given : reply(line, sessionAnswers, timesInSession);
    }

    private static boolean isOpen(String line, List<Answer> answers, Map<Object, Integer> timesUsed) {
        return answers.stream()
                .anyMatch(answer -> timesUsed.getOrDefault(answer, 0) < answer.times()
                        && answer.question().matcher(line).find());
    }

    private Reply firstAsked(String line, String command, List<Question> questions) {
        for (Question question : questions) {
            if (question.isAsked(line, command) && use(question, question.times(), timesInSession)) {
                return reply(question);
            }
        }
        return null;
    }

    private static Reply reply(String line, List<Answer> answers, Map<Object, Integer> timesUsed) {
        for (Answer answer : answers) {
            if (answer.question().matcher(line).find() && use(answer, answer.times(), timesUsed)) {
                return new Reply(answer.text(), answer.newline(), null, null);
            }
        }
        return null;
    }

    private Reply reply(Question question) {
        if (question.secret() == null) {
            return new Reply(Secret.of(question.answer()), question.newline(), null, question.notice());
        }
        Secret secret = secrets.get(question.secret());
        return new Reply(secret, question.newline(), secret == null ? question.secret() : null, question.notice());
    }

    private static boolean use(Object question, int times, Map<Object, Integer> timesUsed) {
        return timesUsed.merge(question, 1, Integer::sum) <= times;
    }
}
