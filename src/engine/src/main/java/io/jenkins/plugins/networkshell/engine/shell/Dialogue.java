package io.jenkins.plugins.networkshell.engine.shell;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ShellTimeoutException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Paging;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Question;
import io.jenkins.plugins.networkshell.engine.platform.pattern.PatternSet;
import io.jenkins.plugins.networkshell.engine.shell.border.OverrunPager;
import io.jenkins.plugins.networkshell.engine.shell.prompt.UndescribedQuestion;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.util.List;

/** Answers pagers and questions at which the device waits. Not thread-safe. */
final class Dialogue {
    private final Conversation conversation;
    private final QuestionBook questions;
    private final ShellListener listener;
    /** Describes the pagers that any device may show. */
    private final Platform unknown;

    private Platform platform;
    private boolean pagingOff;
    /** A common pager that was answered while this command runs. */
    private String answeredPager = "";

    private String answeredLine = "";
    private long answeredAfterLines = -1;
    private boolean userAnswered;

    Dialogue(
            Conversation conversation,
            QuestionBook questions,
            Platform platform,
            Platform unknown,
            ShellListener listener) {
        this.conversation = conversation;
        this.questions = questions;
        this.platform = platform;
        this.unknown = unknown;
        this.listener = listener;
    }

    void setPlatform(Platform recognised) {
        platform = recognised;
        questions.setPlatform(recognised);
    }

    /**
     * No pager is expected while paging is off: a line that looks like one may be output cut at that point, so it is
     * accepted only after silence.
     */
    void setPagingOff(boolean off) {
        pagingOff = off;
    }

    boolean isPagingOff() {
        return pagingOff;
    }

    void startCommand() {
        questions.startCommand();
        answeredPager = "";
        userAnswered = false;
    }

    /** Whether an answer of the user was typed while this command runs. */
    boolean hasUserAnswered() {
        return userAnswered;
    }

    /**
     * @param command that is running, empty at login
     * @param quiet whether the device has been quiet for a while
     * @return whether something was typed
     */
    boolean respond(String unfinishedLine, String command, List<Answer> answers, List<Question> expected, boolean quiet)
            throws NetworkShellException {
        String line = unfinishedLine.stripTrailing();
        if (line.isEmpty() || isAnswered(line)) {
            return false;
        }
        Paging pager = pagerOf(line, quiet);
        if (pager != null) {
            turnPage(pager.answer(), !standsBehindText(pager, line));
            return true;
        }
        QuestionBook.Reply reply =
                questions.reply(line, command, answers, expected, quiet, conversation.textSinceTyped());
        if (reply != null) {
            answer(line, reply);
            return true;
        }
        // Programs such as less draw their own prompt in reverse video and wait there for a key.
        if (quiet
                && !command.isEmpty()
                && conversation.isUnfinishedLineInverse()
                && !UndescribedQuestion.wantsDecision(line)) {
            turnPage(" ", true);
            return true;
        }
        return false;
    }

    /** @return null if the line is not a pager's prompt, or may still be the start of a longer line of output */
    private Paging pagerOf(String line, boolean quiet) {
        Paging own = platform.paging();
        if (own != unknown.paging() && isPager(own, line)) {
            boolean believed = pagingOff ? quiet && !mayBeginAnyLine(line) : quiet || !mayBeginAnyLine(line);
            return believed ? own : null;
        }
        if (isPager(unknown.paging(), line) && (quiet || line.equals(answeredPager))) {
            answeredPager = line;
            return unknown.paging();
        }
        return null;
    }

    /**
     * Answers a pager prompt that was not accepted while the device was merely quiet: with paging off, less's {@code :}
     * is far more likely the start of an address that the network split there.
     *
     * @return whether something was typed
     */
    boolean respondAtLast(String unfinishedLine) throws NetworkShellException {
        String line = unfinishedLine.stripTrailing();
        boolean doubted = pagingOff && mayBeginAnyLine(line) && isPager(platform.paging(), line);
        if (doubted) {
            turnPage(platform.paging().answer(), true);
        }
        return doubted;
    }

    /** Whether the line is a pager's prompt and can't be the start of any other line. Fast for most other lines. */
    boolean isPagerLine(String line) {
        return !mayBeginAnyLine(line) && (isMatched(platform.pagers(), line) || isMatched(unknown.pagers(), line));
    }

    private static boolean isMatched(PatternSet pagers, String line) {
        return pagers.candidates(line).stream()
                .anyMatch(i -> pagers.patterns().get(i).matches(line));
    }

    /**
     * Answers a pager prompt whose line was ended by messages of the device. Messages that no platform describes are
     * accepted as messages only after a long silence, and with paging off no pager is expected.
     *
     * @param stuck whether the device has been silent for long
     * @return whether something was typed
     */
    boolean turnOverrunPage(OverrunPager overrun, boolean stuck) throws NetworkShellException {
        List<String> messages = overrun.messages();
        boolean described = !messages.isEmpty() && messages.stream().allMatch(platform::isMessage);
        if (pagingOff ? !(described && stuck) : !(described || stuck)) {
            return false;
        }
        Paging paging = isPager(platform.paging(), overrun.pager()) ? platform.paging() : unknown.paging();
        conversation.type(paging.answer(), false);
        overrun.turned(textBefore(paging, overrun.pager()));
        return true;
    }

    private static String textBefore(Paging paging, String line) {
        if (!standsBehindText(paging, line)) {
            return "";
        }
        Matcher matcher = paging.pager().matcher(line);
        return matcher.matches() ? matcher.group(Paging.TEXT_GROUP) : "";
    }

    private static boolean mayBeginAnyLine(String line) {
        return line.length() == 1;
    }

    private static boolean isPager(Paging paging, String line) {
        Pattern pager = paging == null ? null : paging.pager();
        return pager != null && pager.matcher(line).matches();
    }

    /** @throws ShellTimeoutException if the device waits at a question that has no answer */
    void requireNoQuestion(String unfinishedLine) throws ShellTimeoutException {
        if (!hasAnswered(unfinishedLine) && UndescribedQuestion.surelyAsks(unfinishedLine)) {
            throw conversation.unanswered(unfinishedLine);
        }
    }

    /** Clears the input after the prompt, as line editors do on Ctrl-U. */
    void clearLine() throws NetworkShellException {
        conversation.type("\u0015", false);
        conversation.eraseUnfinishedLine();
    }

    /** @param erase false if the line is output to keep: then the device itself removes the pager's text */
    private void turnPage(String keys, boolean erase) throws NetworkShellException {
        conversation.type(keys, false);
        if (erase) {
            conversation.eraseUnfinishedLine();
        }
    }

    /** Some devices pause in the middle of a line that is longer than the screen is wide. */
    private static boolean standsBehindText(Paging paging, String line) {
        if (!paging.pager().namedGroups().containsKey(Paging.TEXT_GROUP)) {
            return false;
        }
        Matcher matcher = paging.pager().matcher(line);
        return matcher.matches() && matcher.group(Paging.TEXT_GROUP) != null;
    }

    private void answer(String line, QuestionBook.Reply reply) throws NetworkShellException {
        if (reply.problem() != null) {
            throw new NetworkShellException(
                    ErrorKind.COMMAND_FAILED,
                    conversation.host(),
                    conversation.host() + " " + reply.problem() + " (" + Quoted.line(line) + ").",
                    null,
                    null);
        }
        conversation.type(reply.keys().reveal(), reply.newline());
        answeredLine = line;
        answeredAfterLines = conversation.linesSeen();
        userAnswered |= reply.ofUser();
        if (reply.notice() != null) {
            listener.notice(reply.notice());
        }
    }

    /** Whether the line is a question that was answered, possibly with the echo of the answer. */
    boolean hasAnswered(String unfinishedLine) {
        return isAnswered(unfinishedLine.stripTrailing());
    }

    /** The question stays on its line until the device ends it; the echo of the answer is not a new question. */
    private boolean isAnswered(String line) {
        return answeredAfterLines == conversation.linesSeen() && line.startsWith(answeredLine);
    }
}
