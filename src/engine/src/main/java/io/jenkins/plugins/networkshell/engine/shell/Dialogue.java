package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CommandFailedException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Question;
import java.util.List;

/** Answers pagers and questions that the device waits behind. Not thread-safe. */
final class Dialogue {
    private final Conversation conversation;
    private final QuestionBook questions;
    private final ShellListener listener;
    private Platform platform;
    private boolean pagingOff;
    private String answeredLine = "";
    private long answeredAfterLines = -1;

    Dialogue(Conversation conversation, QuestionBook questions, Platform platform, ShellListener listener) {
        this.conversation = conversation;
        this.questions = questions;
        this.platform = platform;
        this.listener = listener;
    }

    void setPlatform(Platform recognised) {
        platform = recognised;
        questions.setPlatform(recognised);
    }

    /**
     * With paging off no pager is expected: a line that looks like one may be output that is cut right there, so it is
     * believed after silence only.
     */
    void setPagingOff(boolean off) {
        pagingOff = off;
    }

    void startCommand() {
        questions.startCommand();
    }

    /**
     * @param quiet whether the device has been quiet for a while
     * @return whether something was typed
     */
    boolean respond(String unfinishedLine, String command, List<Answer> answers, List<Question> expected, boolean quiet)
            throws NetworkShellException {
        String line = unfinishedLine.stripTrailing();
        if (line.isEmpty() || isAnswered(line)) {
            return false;
        }
        // The ':' of less may be the beginning of any line.
        if (isPager(line) && (quiet || !pagingOff && line.length() > 1)) {
            conversation.type(platform.paging().answer(), false);
            conversation.eraseUnfinishedLine();
            return true;
        }
        QuestionBook.Reply reply = questions.reply(line, command, answers, expected, quiet);
        if (reply == null) {
            return false;
        }
        if (reply.missingSecret() != null) {
            throw new CommandFailedException(
                    conversation.host(),
                    conversation.host() + " asks for the secret '" + reply.missingSecret() + "' (" + Quote.of(line)
                            + "), and none was given.",
                    null);
        }
        conversation.type(reply.keys().reveal(), reply.newline());
        answeredLine = line;
        answeredAfterLines = conversation.linesSeen();
        if (reply.notice() != null) {
            listener.notice(reply.notice());
        }
        return true;
    }

    /** The question stays in its line until the device ends it; the echo of the answer is no new question. */
    private boolean isAnswered(String line) {
        return answeredAfterLines == conversation.linesSeen() && line.startsWith(answeredLine);
    }

    private boolean isPager(String line) {
        return platform.paging() != null
                && platform.paging().pager() != null
                && platform.paging().pager().matcher(line).matches();
    }
}
