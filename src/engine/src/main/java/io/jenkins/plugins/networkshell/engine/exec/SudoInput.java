package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.error.ExecFailedException;
import io.jenkins.plugins.networkshell.engine.ssh.ExecChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The standard input of a command with {@code sudo -S}: passwords, followed by the end of input, because a program that
 * sudo starts may read on ({@code sudo -S cat}) and would wait until the command's limit. A command may contain {@code
 * sudo} several times, so the input ends after the last possible answer. After a wrong password, sudo asks again, even
 * without input. With a terminal, the input stays open, because sudo reads from the terminal itself.
 */
final class SudoInput {
    private static final Pattern SUDO = Pattern.compile("(?<![\\w.-])sudo(?=\\s)");

    private final String host;
    private final ExecChannel channel;
    /** The maximum number of answers; 0 for any number. */
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
