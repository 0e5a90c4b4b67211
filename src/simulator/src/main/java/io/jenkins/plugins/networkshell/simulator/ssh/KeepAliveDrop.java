package io.jenkins.plugins.networkshell.simulator.ssh;

import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.util.buffer.Buffer;

/** Ends the connection at a keepalive, if the fault is set. */
final class KeepAliveDrop implements RequestHandler<ConnectionService> {
    @Override
    public Result process(ConnectionService service, String request, boolean wantReply, Buffer buffer) {
        var socket = service.getSession().getIoSession();
        if (request.startsWith("keepalive@") && Connection.of(socket).context().has(Fault.DROP_ON_KEEPALIVE)) {
            socket.close(true);
            return Result.Replied;
        }
        return Result.Unsupported;
    }
}
