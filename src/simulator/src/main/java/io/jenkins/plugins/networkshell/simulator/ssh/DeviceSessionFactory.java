package io.jenkins.plugins.networkshell.simulator.ssh;

import io.jenkins.plugins.networkshell.simulator.shell.SessionContext;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import java.util.List;
import java.util.function.Supplier;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerFactoryManager;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.session.ServerSessionImpl;
import org.apache.sshd.server.session.SessionFactory;

/** Creates MINA's sessions, with the faults that are SSH settings. */
final class DeviceSessionFactory extends SessionFactory {
    private static final int SMALLEST_WINDOW = 64;

    private final Supplier<HostKeys> otherHostKeys;

    DeviceSessionFactory(ServerFactoryManager server, Supplier<HostKeys> otherHostKeys) {
        super(server);
        this.otherHostKeys = otherHostKeys;
    }

    @Override
    protected ServerSessionImpl doCreateSession(IoSession socket) throws Exception {
        ServerSessionImpl session = super.doCreateSession(socket);
        SessionContext context = Connection.of(socket).context();
        context.fault(Fault.LINES_BEFORE_IDENTIFICATION).ifPresent(plan -> {
            String lines = plan.textOr("Escape character is '^]'.\nUser Access Verification");
            CoreModuleProperties.SERVER_EXTRA_IDENTIFICATION_LINES.set(
                    session, lines.strip().replace('\n', CoreModuleProperties.SERVER_EXTRA_IDENT_LINES_SEPARATOR));
        });
        if (context.has(Fault.CHANGED_HOST_KEY)) {
            session.setKeyPairProvider(otherHostKeys.get());
        }
        if (context.has(Fault.REFUSE_AUTH_METHODS)) {
            session.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
            CoreModuleProperties.AUTH_METHODS.set(session, UserAuthPublicKeyFactory.NAME);
        }
        context.fault(Fault.TINY_WINDOW).ifPresent(plan -> {
            long size = plan.afterBytes() == 0 ? SMALLEST_WINDOW : plan.afterBytes();
            CoreModuleProperties.WINDOW_SIZE.set(session, size);
            CoreModuleProperties.MAX_PACKET_SIZE.set(session, size);
        });
        return session;
    }
}
