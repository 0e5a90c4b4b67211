package io.jenkins.plugins.networkshell.simulator.ssh;

import io.jenkins.plugins.networkshell.simulator.shell.SessionContext;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.util.Readable;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** In front of MINA: counts connections, and applies the faults that happen before SSH starts. */
final class ConnectionGate implements IoHandler {
    private static final String BAD_REQUEST = "HTTP/1.1 400 Bad Request\r\nServer: nginx\r\nContent-Type: text/html\r\n"
            + "Content-Length: 32\r\nConnection: close\r\n\r\n<html><h1>Bad Request</h1></html";

    private final IoHandler ssh;
    private final Supplier<SessionContext> accept;
    private final String identification;

    ConnectionGate(IoHandler ssh, Supplier<SessionContext> accept, String identification) {
        this.ssh = ssh;
        this.accept = accept;
        this.identification = identification;
    }

    @Override
    public void sessionCreated(IoSession socket) throws Exception {
        SessionContext context = accept.get();
        new Connection(context).attach(socket);
        if (context.has(Fault.CLOSE_AFTER_CONNECT)) {
            socket.close(true);
        } else if (context.has(Fault.CLOSE_AFTER_IDENTIFICATION)) {
            say(socket, identification + "\r\n");
            socket.close(false);
        } else if (!isSilent(context)) {
            ssh.sessionCreated(socket);
        }
    }

    private static boolean isSilent(SessionContext context) {
        return context.has(Fault.SILENT)
                || context.has(Fault.NOT_SSH)
                || context.has(Fault.CLOSE_AFTER_CONNECT)
                || context.has(Fault.CLOSE_AFTER_IDENTIFICATION);
    }

    @Override
    public void messageReceived(IoSession socket, Readable message) throws Exception {
        SessionContext context = Connection.of(socket).context();
        if (!isSilent(context)) {
            ssh.messageReceived(socket, message);
            return;
        }
        Optional<FaultPlan> web = context.fault(Fault.NOT_SSH);
        if (web.isPresent()) {
            // A web server waits for a request, and treats the client's identification as a bad one.
            say(socket, web.get().textOr(BAD_REQUEST));
            socket.close(false);
        }
    }

    private static void say(IoSession socket, String text) throws Exception {
        socket.writeBuffer(new ByteArrayBuffer(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public void sessionClosed(IoSession socket) throws Exception {
        Connection connection = Connection.of(socket);
        if (connection != null) {
            connection.context().recording().connectionClosed();
            if (!isSilent(connection.context())) {
                ssh.sessionClosed(socket);
            }
        }
    }

    @Override
    public void exceptionCaught(IoSession socket, Throwable cause) throws Exception {
        Connection connection = Connection.of(socket);
        if (connection != null && !isSilent(connection.context())) {
            ssh.exceptionCaught(socket, cause);
        } else {
            socket.close(true);
        }
    }
}
