package io.jenkins.plugins.networkshell.engine.files.scp;

import io.jenkins.plugins.networkshell.engine.exec.ExecResult;
import io.jenkins.plugins.networkshell.engine.exec.ExecSession;
import io.jenkins.plugins.networkshell.engine.exec.ExecSink;
import io.jenkins.plugins.networkshell.engine.exec.RemoteCommand;
import io.jenkins.plugins.networkshell.engine.files.ByteSink;
import io.jenkins.plugins.networkshell.engine.files.ByteSource;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/** Transfers part of a file through a command's output or input, because SCP transfers only whole files. */
final class CatTransfer {
    private final PosixShell shell;
    private final SshConnection connection;
    private final String doing;

    CatTransfer(PosixShell shell, SshConnection connection, String doing) {
        this.shell = shell;
        this.connection = connection;
        this.doing = doing;
    }

    long read(String command, ByteSink sink) throws IOException {
        return run(command, null, sink).outputBytes();
    }

    void write(String command, ByteSource source, LongConsumer written) throws IOException {
        run(
                command,
                new InputStream() {
                    private long count;

                    @Override
                    public int read() {
                        throw new UnsupportedOperationException(); // only parts are read
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        written.accept(count);
                        int n = source.read(bytes, offset, length);
                        count += Math.max(0, n);
                        return n;
                    }
                },
                (bytes, offset, length) -> {});
    }

    private ExecResult run(String command, InputStream input, ByteSink output) throws IOException {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        ExecSink sink = new ExecSink() {
            @Override
            public void output(byte[] bytes, int offset, int length) throws IOException {
                output.accept(bytes, offset, length);
            }

            @Override
            public void errors(byte[] bytes, int offset, int length) {
                errors.write(bytes, offset, Math.min(length, Math.max(0, PosixShell.KEPT_ERRORS - errors.size())));
            }
        };
        // A command that reads input is silent for as long as that takes.
        RemoteCommand remote = RemoteCommand.of(command)
                .withInput(input)
                .withSilence(input == null ? connection.target().limits().silence() : null)
                .withTimeout(connection.target().limits().session());
        ExecResult result = new ExecSession(connection).run(remote, sink);
        if (result.failed()) {
            throw shell.failure(errors.toString(StandardCharsets.UTF_8), doing);
        }
        return result;
    }
}
