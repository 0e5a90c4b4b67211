package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.ssh.channel.ChannelRequests;
import io.jenkins.plugins.networkshell.engine.ssh.channel.DeviceChannel;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.ExecRequest;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.Writer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.connection.channel.direct.SessionChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens at the very moment at which a channel or the connection ends. */
class ChannelRacesTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    /** Runs something, once, on the thread that reads from the connection, when SSHJ logs a text. */
    private static final class Hook extends Writer {
        private final String text;
        private final AtomicReference<Runnable> action = new AtomicReference<>();

        Hook(String text) {
            this.text = text;
        }

        @Override
        public void write(char[] chars, int offset, int length) {
            if (new String(chars, offset, length).contains(text)) {
                Runnable once = action.getAndSet(null);
                if (once != null) {
                    once.run();
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private interface Sending {
        void run(DeviceChannel channel) throws Exception;
    }

    /** Sends when both sides have said that the channel is closed, and before those are told who wait for that. */
    private static void sendToClosedChannel(Sending sending) throws Exception {
        Hook hook = new Hook("Forgetting `session` channel");
        try (SshLog log = SshLog.to(hook);
                SshConnection connection =
                        SshConnection.open(Try.key(SERVER).build(), ConnectionListener.NONE, new Cancellation(), log)) {
            DeviceChannel channel = connection.openSession(true, opened -> {
                hook.action.set(() -> {
                    try {
                        sending.run(opened);
                    } catch (Exception e) {
                        // That the channel is closed may be told in any way.
                    }
                });
                new ChannelRequests(opened).command(ExecRequest.of("true"), 60_000);
                opened.join();
            });
            assertThat(hook.action).as("still to be done").hasNullValue();
            assertThat(channel.isOpen()).isFalse();
            Try.works(connection); // OpenSSH would have ended it
        }
    }

    @Test
    void requestToClosedChannel() throws Exception {
        sendToClosedChannel(channel -> new ChannelRequests(channel).subsystem("sftp", 1));
    }

    @Test
    void dataToClosedChannel() throws Exception {
        sendToClosedChannel(channel -> channel.send(new byte[] {1}, 0, 1, () -> false, Long.MAX_VALUE));
    }

    @Test
    void endOfInputToClosedChannel() throws Exception {
        sendToClosedChannel(DeviceChannel::sendEnd);
    }

    @Test
    void signalToClosedChannel() throws Exception {
        sendToClosedChannel(channel -> channel.sendSignal("TERM"));
    }

    /** Tells of the connection's end only after another thread has met it. */
    private static final class LateChannel extends SessionChannel {
        private final CompletableFuture<Void> told = new CompletableFuture<>();
        private final CompletableFuture<Void> goOn = new CompletableFuture<>();

        LateChannel(SshConnection connection) {
            super(connection.link().connection());
        }

        @Override
        public void notifyError(SSHException error) {
            told.complete(null);
            goOn.join();
            super.notifyError(error);
        }
    }

    @Test
    void channelOpenedWhileTheConnectionEnds() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER))) {
            LateChannel late = new LateChannel(connection);
            ExecChannel killer = connection.exec(ExecRequest.of("kill $PPID"));
            late.told.get(60, TimeUnit.SECONDS);
            CompletableFuture<ConnectionLostException> opening = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(ConnectionLostException.class, () -> connection.openShell(Pty.DEFAULT)));
            try {
                // The limit for opening is 30 s, and its end another error.
                assertThat(opening.get(60, TimeUnit.SECONDS))
                        .hasMessageContaining("ended while a channel was being opened");
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            } finally {
                late.goOn.complete(null);
                killer.close();
            }
        }
    }

    /** A wait that was given up before the other side answered must not leave a channel behind. */
    @Test
    void channelOpenedAfterItsOpeningWasGivenUp() throws Exception {
        Hook hook = new Hook("Initialized - < session channel");
        try (SshLog log = SshLog.to(hook);
                SshConnection connection =
                        SshConnection.open(Try.key(SERVER).build(), ConnectionListener.NONE, new Cancellation(), log)) {
            CompletableFuture<DeviceChannel> opening = new CompletableFuture<>();
            hook.action.set(() -> opening.join().sendCloseQuietly());
            DeviceChannel channel = new DeviceChannel(connection.link().connection(), true);
            opening.complete(channel);
            connection.link().open(channel);
            channel.join(60, TimeUnit.SECONDS); // fails after that time
            assertThat(channel.isOpen()).isFalse();
            Try.works(connection);
        }
    }
}
