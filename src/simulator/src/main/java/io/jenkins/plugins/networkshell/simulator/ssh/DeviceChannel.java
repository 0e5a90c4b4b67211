package io.jenkins.plugins.networkshell.simulator.ssh;

import io.jenkins.plugins.networkshell.simulator.record.Sent;
import io.jenkins.plugins.networkshell.simulator.shell.SessionContext;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import java.io.IOException;
import java.util.Map;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.channel.PtyMode;
import org.apache.sshd.common.channel.RequestHandler.Result;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;

/** A session channel that records requests and applies faults that refuse them. */
public final class DeviceChannel extends ChannelSession {
    @Override
    public OpenFuture open(long recipient, long windowSize, long packetSize, Buffer buffer) {
        if (connection().has(Fault.CLOSE_AFTER_LOGIN)) {
            getSession().close(true);
        }
        return super.open(recipient, windowSize, packetSize, buffer);
    }

    SessionContext connection() {
        return Connection.of(getSession().getIoSession()).context();
    }

    private long number() {
        return connection().connection();
    }

    private void record(Sent event) {
        connection().recording().add(event);
    }

    @Override
    protected Result handlePtyReqParsed(
            String term, int columns, int rows, int width, int height, Map<PtyMode, Integer> modes) throws IOException {
        record(new Sent.Pty(number(), term, columns, rows));
        if (connection().has(Fault.REFUSE_PTY)) {
            return Result.ReplyFailure;
        }
        return super.handlePtyReqParsed(term, columns, rows, width, height, modes);
    }

    @Override
    protected Result handleWindowChangeParsed(int columns, int rows, int width, int height) throws IOException {
        record(new Sent.Resize(number(), columns, rows));
        if (commandInstance instanceof DeviceShell shell) {
            shell.resize(columns);
        }
        return super.handleWindowChangeParsed(columns, rows, width, height);
    }

    @Override
    protected Result handleEnvParsed(String name, String value) throws IOException {
        record(new Sent.Env(number(), name, value));
        return super.handleEnvParsed(name, value);
    }

    @Override
    protected Result handleSignalParsed(String name) throws IOException {
        record(new Sent.Signal(number(), name));
        return super.handleSignalParsed(name);
    }

    @Override
    protected Result handleShellParsed(String request) throws IOException {
        record(new Sent.Shell(number()));
        return connection().has(Fault.REFUSE_SHELL) ? Result.ReplyFailure : super.handleShellParsed(request);
    }

    @Override
    protected Result handleExecParsed(String request, String command) throws IOException {
        record(new Sent.Exec(number(), command));
        return super.handleExecParsed(request, command);
    }

    /** Sends end-of-file and leaves the channel open. */
    void endOutput() throws IOException {
        sendEof();
    }
}
