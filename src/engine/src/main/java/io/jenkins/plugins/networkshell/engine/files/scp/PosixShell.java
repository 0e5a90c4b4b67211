package io.jenkins.plugins.networkshell.engine.files.scp;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.error.ShellRefusedException;
import io.jenkins.plugins.networkshell.engine.exec.ExecResult;
import io.jenkins.plugins.networkshell.engine.exec.ExecSession;
import io.jenkins.plugins.networkshell.engine.exec.ExecSink;
import io.jenkins.plugins.networkshell.engine.exec.RemoteCommand;
import io.jenkins.plugins.networkshell.engine.files.NameBytes;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Commands for everything that SCP can't do, that is, everything except copying. Requires an account with a POSIX
 * shell, as on small Linux devices with BusyBox; network devices with only SCP have none, which is detected once.
 */
final class PosixShell {
    /** The reason is at the end, after the name, in which four characters may represent one byte. */
    static final int KEPT_ERRORS = 32 * 1024;

    private static final int LONGEST_OUTPUT = 16 * 1024 * 1024;
    private static final int SHOWN_ERRORS = 400;

    private final SshConnection connection;
    private final String host;
    private Boolean there;
    private boolean takesCommands = true;

    PosixShell(SshConnection connection) {
        this.connection = connection;
        host = connection.target().host();
    }

    String host() {
        return host;
    }

    /** The output of a command, and how it ended. */
    record Answer(ExecResult result, String output, String errors) {}

    boolean isThere() throws NetworkShellException {
        if (there == null) {
            try {
                Answer answer = run("echo nsh$((40+2)); stat -c %s / >/dev/null && echo ok");
                there = answer.output().startsWith("nsh42\nok");
            } catch (ShellRefusedException e) {
                there = false;
                takesCommands = false;
            }
        }
        return there;
    }

    /**
     * @param doing the failed operation, for the message
     * @return what the command printed
     * @throws FileTransferException {@code UNSUPPORTED} without a shell
     */
    String ask(String command, String doing) throws NetworkShellException {
        if (!isThere()) {
            throw new FileTransferException(
                    host,
                    Reason.UNSUPPORTED,
                    doing + " on " + host + ": it has neither SFTP nor a shell that could do it.",
                    takesCommands // SCP is one
                            ? "Where it has SCP, copying single files with get and put works nevertheless."
                            : null,
                    null);
        }
        Answer answer = run(command);
        if (answer.result().failed()) {
            throw failure(answer.errors(), doing);
        }
        return answer.output();
    }

    FileTransferException failure(String said, String doing) {
        String text = said.replaceAll("\\p{Cntrl}+", " ").strip();
        Reason reason = Reason.OTHER;
        String why = text.isEmpty() ? "the device gives no reason" : end(text);
        if (text.contains("No such file") || text.contains("not found") || text.contains("does not exist")) {
            reason = Reason.NO_SUCH_FILE;
            why = "no such file or folder";
        } else if (text.contains("ermission denied") || text.contains("not permitted")) {
            reason = Reason.PERMISSION_DENIED;
            why = "permission denied";
        } else if (text.contains("No space left")) {
            reason = Reason.NO_SPACE;
            why = "no space is left on the device";
        } else if (text.contains("uota exceeded")) {
            reason = Reason.NO_SPACE;
            why = "the quota is exceeded";
        }
        return new FileTransferException(host, reason, doing + " on " + host + ": " + why + ".");
    }

    private static String end(String text) {
        return text.length() <= SHOWN_ERRORS ? text : "\u2026" + text.substring(text.length() - SHOWN_ERRORS);
    }

    private Answer run(String command) throws NetworkShellException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        ExecSink sink = new ExecSink() {
            @Override
            public void output(byte[] bytes, int offset, int length) throws IOException {
                if (output.size() > LONGEST_OUTPUT) {
                    throw new FileTransferException(host, Reason.OTHER, host + " prints without an end.");
                }
                output.write(bytes, offset, length);
            }

            @Override
            public void errors(byte[] bytes, int offset, int length) {
                errors.write(bytes, offset, Math.min(length, Math.max(0, KEPT_ERRORS - errors.size())));
            }
        };
        try {
            // In plain English, because the messages are parsed.
            ExecResult result = new ExecSession(connection)
                    .run(
                            RemoteCommand.of("LC_ALL=C; export LC_ALL; " + command)
                                    .withSilence(connection.target().limits().silence()),
                            sink);
            return new Answer(result, NameBytes.decode(output.toByteArray()), errors.toString(StandardCharsets.UTF_8));
        } catch (NetworkShellException e) {
            throw e;
        } catch (IOException e) {
            throw new FileTransferException(host, Reason.OTHER, e.getMessage(), null, e);
        }
    }
}
