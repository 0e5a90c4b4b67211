package io.jenkins.plugins.networkshell.engine.shell;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Question;
import io.jenkins.plugins.networkshell.engine.shell.prompt.UndescribedQuestion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows what to answer when the device asks, and counts how often each answer was given. Not thread-safe. */
final class QuestionBook {
    /**
     * @param keys what to type, or null if there is a problem
     * @param problem why nothing can be typed, as the rest of a sentence about the device; or null
     * @param ofUser whether the answer is the user's rather than the platform's
     * @param notice for the user, or null
     */
    record Reply(Secret keys, boolean newline, String problem, boolean ofUser, String notice) {
        static Reply problem(String problem) {
            return new Reply(null, false, problem, false, null);
        }
    }

    private static final Set<String> LOGIN_SECRETS = Set.of("user", "password");
    private static final Pattern COUNT = Pattern.compile("\\d+");

    private final List<Answer> sessionAnswers;
    private final Map<String, Secret> secrets;
    private final Map<Object, Integer> timesInSession = new IdentityHashMap<>();
    private final Map<Object, Integer> timesInCommand = new IdentityHashMap<>();
    private final Set<String> secretsTyped = new HashSet<>();
    /** By question: the text that preceded it when it was answered. */
    private final Map<String, Integer> cameBefore = new HashMap<>();

    private Platform platform;
    /**
     * All questions of the platform in one pattern: the output of a long command arrives in many pieces that ask
     * nothing.
     */
    private Pattern anyQuestion;

    QuestionBook(List<Answer> sessionAnswers, Map<String, Secret> secrets, Platform platform) {
        this.sessionAnswers = sessionAnswers;
        this.secrets = secrets;
        setPlatform(platform);
    }

    void setPlatform(Platform recognised) {
        platform = recognised;
        anyQuestion = recognised.anyQuestion();
    }

    /** Resets the count of answers that were given with a command. */
    void startCommand() {
        timesInCommand.clear();
        secretsTyped.clear();
        cameBefore.clear();
    }

    /**
     * @param line the unfinished line
     * @param command the running command; empty if none is running
     * @param commandAnswers given with that command, tried first
     * @param dialogue what the platform expects while it changes modes, tried next
     * @param quiet whether the device has been quiet after the line: a user's expression may also match a line of
     *     output that the network or the device cut there
     * @param textBefore stands for everything that the device printed since something was last typed: if a question
     *     comes again after the same text, its answer was rejected
     * @return null if no answer is known, or if all known ones are used up
     */
    Reply reply(
            String line,
            String command,
            List<Answer> commandAnswers,
            List<Question> dialogue,
            boolean quiet,
            int textBefore) {
        if (concernsUser(line, commandAnswers)) {
            return quiet ? replyOfUser(line, commandAnswers, textBefore) : null;
        }
        Reply expected = firstAsked(line, command, dialogue);
        if (expected != null
                || platform.questions().isEmpty()
                || !anyQuestion.matcher(line).find()) {
            return expected;
        }
        return firstAsked(
                line,
                command,
                platform.questions().stream()
                        .filter(question -> command.isEmpty() || !isOfLogin(question))
                        .toList());
    }

    /** The login's user name and password are typed when the device asks for them again, not when a command asks. */
    private static boolean isOfLogin(Question question) {
        return question.command() == null && question.secret() != null && LOGIN_SECRETS.contains(question.secret());
    }

    /** The user's answers take precedence over the platform's, which may come sooner. */
    private boolean concernsUser(String line, List<Answer> commandAnswers) {
        return isOpen(line, commandAnswers, timesInCommand) || isOpen(line, sessionAnswers, timesInSession);
    }

    private Reply replyOfUser(String line, List<Answer> commandAnswers, int textBefore) {
        // Accounts are locked after a few wrong passwords.
        boolean confidential = isConfidential(line, commandAnswers);
        if ((confidential || UndescribedQuestion.wantsSecret(line))
                && !secretsTyped.add(confidential ? withoutCounts(line) : line)) {
            return Reply.problem(
                    "asks again for what was answered already, so the answer seems to be wrong; it was typed"
                            + " once and not again");
        }
        Integer before = cameBefore.put(line, textBefore);
        if (before != null && before == textBefore) {
            return Reply.problem("asks the same again and again, although the answer was typed");
        }
        Reply given = reply(line, commandAnswers, timesInCommand);
        return given != null ? given : reply(line, sessionAnswers, timesInSession);
    }

    private boolean isConfidential(String line, List<Answer> commandAnswers) {
        Answer answer = next(line, commandAnswers, timesInCommand);
        Answer typed = answer != null ? answer : next(line, sessionAnswers, timesInSession);
        return typed != null && typed.confidential();
    }

    /** {@code PASSCODE (attempt 2 of 3):} is the same question as {@code PASSCODE (attempt 1 of 3):}. */
    private static String withoutCounts(String line) {
        return COUNT.matcher(line).replaceAll("");
    }

    private static boolean isOpen(String line, List<Answer> answers, Map<Object, Integer> timesUsed) {
        return next(line, answers, timesUsed) != null;
    }

    /** The first one that matches and is not used up; null if there is none. */
    private static Answer next(String line, List<Answer> answers, Map<Object, Integer> timesUsed) {
        for (Answer answer : answers) {
            if (timesUsed.getOrDefault(answer, 0) < answer.times()
                    && answer.question().matcher(line).find()) {
                return answer;
            }
        }
        return null;
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
        Answer answer = next(line, answers, timesUsed);
        if (answer == null) {
            return null;
        }
        use(answer, answer.times(), timesUsed);
        return new Reply(answer.text(), answer.newline(), null, true, null);
    }

    private Reply reply(Question question) {
        if (question.secret() == null) {
            return new Reply(Secret.of(question.answer()), question.newline(), null, false, question.notice());
        }
        Secret secret = secrets.get(question.secret());
        if (secret == null) {
            return Reply.problem("asks for the secret '" + question.secret() + "', and none was given");
        }
        if (!secretsTyped.add(question.secret())) {
            return Reply.problem("did not take the secret '" + question.secret()
                    + "' and asks for it again; it was typed" + " once and not again");
        }
        return new Reply(secret, question.newline(), null, false, question.notice());
    }

    private static boolean use(Object question, int times, Map<Object, Integer> timesUsed) {
        return timesUsed.merge(question, 1, Integer::sum) <= times;
    }
}
