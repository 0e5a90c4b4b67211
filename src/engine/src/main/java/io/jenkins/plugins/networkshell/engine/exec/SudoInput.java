package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.error.ExecFailedException;
import io.jenkins.plugins.networkshell.engine.ssh.ExecChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The standard input of a command that says {@code sudo -S}: passwords, and then its end, for what sudo starts may read on
 * ({@code sudo -S cat}) and would wait until the command's limit. A command may say {@code sudo} several times, so it ends
 * with the last answer that may be wanted. sudo asks again after a wrong password; that question comes also without input.
 * At a terminal nothing is ended: there it is sudo's own, and what it starts finds nobody at it.
 */
final class SudoInput {
    private static final Pattern SUDO = Pattern.compile("(?<![\\w.-])sudo(?=\\s)");

    private final String host;
    private final ExecChannel channel;
    /** How many answers are wanted at most; 0 for any number. */
    private final long most;

    private long answers;

    SudoInput(String host, RemoteCommand command, ExecChannel channel) {
        this.host = host;
        this.channel = channel;
        Matcher sudo = SUDO.matcher(command.command());
        most = command.pty() == null ? sudo.results().count() : 0;
    }

    void answer(Secret password) throws IOException {
        if (most > 0 && answers >= most) {
            throw new ExecFailedException(
                    host, "sudo on " + host + " asks for a password once more than the command says 'sudo'.", 1);
        }
        answers++;
        byte[] typed = (password.reveal() + "\n").getBytes(StandardCharsets.UTF_8);
        channel.write(typed, 0, typed.length);
        if (answers == most) {
            channel.endInput();
        }
    }
}
