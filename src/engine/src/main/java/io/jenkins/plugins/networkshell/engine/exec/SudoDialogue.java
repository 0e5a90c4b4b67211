package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.error.ExecFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Answers sudo's prompt on one stream of a command, and keeps prompt and answer out of the output.
 *
 * <p>The prompt is a last line without a line end: {@code [sudo] password for jo:}, in any language, or {@code
 * Password:}. Only text that may still become one is held back; everything else passes at once.
 */
final class SudoDialogue {
    private static final int LONGEST_QUESTION = 256;
    private static final String SUDO = "[sudo]";
    private static final String PASSWORD = "password";

    /** Receives the stream's other bytes. */
    interface Rest {
        void pass(byte[] bytes, int offset, int length) throws IOException;
    }

    private final String host;
    private final Secret password;
    private final SudoInput input;
    private final Rest rest;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean answered;
    private boolean passing;
    private String lineBefore = "";

    SudoDialogue(String host, Secret password, SudoInput input, Rest rest) {
        this.host = host;
        this.password = password;
        this.input = input;
        this.rest = rest;
    }

    /** @throws ExecFailedException if sudo rejects the password, because repeating it would lock the account */
    void accept(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int start = offset;
        while (start < end) {
            int next = lineEnd(bytes, start, end);
            boolean ended = next > start && bytes[next - 1] == '\n';
            if (passing) {
                rest.pass(bytes, start, next - start);
            } else {
                line.write(bytes, start, next - start);
                lookAt(ended);
            }
            passing = passing && !ended;
            start = next;
        }
    }

    private static int lineEnd(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return end;
    }

    private void lookAt(boolean ended) throws IOException {
        String text = line.toString(StandardCharsets.UTF_8);
        if (ended) {
            // The line after the answer is the line end that sudo prints or, if echo is on, the password.
            if (!(answered && (text.isBlank() || text.strip().equals(password.reveal())))) {
                flush();
            }
            line.reset();
            answered = false;
            lineBefore = text.isBlank() ? lineBefore : text;
        } else if (isQuestion(text)) {
            line.reset();
            answer();
        } else if (!mayBecomeQuestion(text) && !answered) {
            flush();
            passing = true;
        }
    }

    private void answer() throws IOException {
        if (lineBefore.contains("try again")) {
            throw new ExecFailedException(host, "sudo on " + host + " did not accept the password.", 1);
        }
        input.answer(password);
        answered = true;
        lineBefore = "";
    }

    private static boolean isQuestion(String text) {
        String shown = text.stripTrailing();
        boolean ends = shown.endsWith(":") || shown.endsWith("\uff1a"); // the second is a full-width colon
        String lower = shown.stripLeading().toLowerCase(Locale.ROOT);
        return ends && lower.length() <= LONGEST_QUESTION && (lower.startsWith(SUDO) || lower.startsWith(PASSWORD));
    }

    private static boolean mayBecomeQuestion(String text) {
        String lower = text.stripLeading().toLowerCase(Locale.ROOT);
        return lower.length() <= LONGEST_QUESTION
                && (lower.startsWith(SUDO)
                        || SUDO.startsWith(lower)
                        || lower.startsWith(PASSWORD)
                        || PASSWORD.startsWith(lower));
    }

    /** Passes on what was held back. */
    void end() throws IOException {
        if (!(answered && line.toString(StandardCharsets.UTF_8).strip().equals(password.reveal()))) {
            flush();
        }
    }

    private void flush() throws IOException {
        byte[] held = line.toByteArray();
        line.reset();
        rest.pass(held, 0, held.length);
    }
}
