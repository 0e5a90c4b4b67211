package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.ExecRequest;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.BlackHole;
import io.jenkins.plugins.networkshell.engine.testing.FakeServer;
import io.jenkins.plugins.networkshell.engine.testing.HoldingLink;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancelling and interrupting, wherever a session waits, take effect at once. */
class CancelTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    @RegisterExtension
    static final OpenSshServer REKEYING = new OpenSshServer().with("RekeyLimit 1500K");

    private final Cancellation cancellation = new Cancellation();

    /** Work on a thread of its own that is known to have begun to wait. */
    private static final class Waiting {
        private final FutureTask<Object> task;
        private final Thread thread;

        Waiting(java.util.concurrent.Callable<Object> work) throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(1);
            task = new FutureTask<>(() -> {
                begun.countDown();
                return work.call();
            });
            thread = new Thread(task, "waiting");
            thread.start();
            begun.await();
            while (!waits() && !task.isDone()) {
                Thread.onSpinWait();
            }
        }

        /** For another thread, or in the operating system for the network. */
        private boolean waits() {
            StackTraceElement[] stack = thread.getStackTrace();
            return thread.getState() == Thread.State.TIMED_WAITING
                    || thread.getState() == Thread.State.WAITING
                    || stack.length > 0
                            && stack[0].isNativeMethod()
                            && stack[0].getClassName().startsWith("sun.nio.ch.");
        }

        Throwable failure() throws Exception {
            try {
                Object result = task.get(2, TimeUnit.SECONDS);
                throw new AssertionError("no failure but " + result);
            } catch (ExecutionException e) {
                return e.getCause();
            }
        }
    }

    private SshConnection open(Target.Builder target) throws Exception {
        return open(target, Limits.DEFAULT);
    }

    private SshConnection open(Target.Builder target, Limits limits) throws Exception {
        return SshConnection.open(target.limits(limits).build(), ConnectionListener.NONE, cancellation);
    }

    @Test
    void whileTcpConnects() throws Exception {
        try (BlackHole hole = new BlackHole()) {
            Waiting waiting = new Waiting(() -> open(Try.port(hole.port(), "root")));
            cancellation.cancel();
            assertThat(waiting.failure())
                    .isInstanceOf(CancelledException.class)
                    .hasMessage("Cancelled while connecting (127.0.0.1).");
            Try.assertNoThreadsLeft(hole.port());
        }
    }

    @Test
    void whileTheServerSaysNothing() throws Exception {
        try (FakeServer server = new FakeServer(socket -> {})) {
            Waiting waiting = new Waiting(() -> open(Try.port(server.port(), "root")));
            waiting.thread.interrupt();
            assertThat(waiting.failure()).isInstanceOf(CancelledException.class);
            Try.assertNoThreadsLeft(server.port());
        }
    }

    @Test
    void whileWaitingToConnectAgain() throws Exception {
        try (FakeServer server = new FakeServer(java.net.Socket::close)) {
            CountDownLatch retrying = new CountDownLatch(1);
            ConnectionListener listener = new ConnectionListener() {
                @Override
                public void warning(String message) {}

                @Override
                public void retrying(String message) {
                    retrying.countDown();
                }
            };
            Target target = Try.port(server.port(), "root")
                    .connectAttempts(2)
                    .retryDelay(Duration.ofHours(1))
                    .build();
            Waiting waiting = new Waiting(() -> SshConnection.open(target, listener, cancellation));
            retrying.await();
            cancellation.cancel();
            assertThat(waiting.failure()).hasMessage("Cancelled while waiting to connect again (127.0.0.1).");
        }
    }

    @Test
    void beforeAnything() throws Exception {
        cancellation.cancel();
        Waiting waiting = new Waiting(() -> open(Try.key(SERVER)));
        assertThat(waiting.failure()).isInstanceOf(CancelledException.class);
    }

    @Test
    void whileReading() throws Exception {
        try (SshConnection connection = open(Try.key(SERVER));
                ShellChannel shell = connection.openShell(Pty.DEFAULT)) {
            shell.write(Try.bytes("stty -echo; echo re''ady; exec cat\n"));
            Try.readUntil(shell, "ready\r\n");
            Waiting waiting = new Waiting(() -> shell.read(new byte[10], Duration.ofHours(1)));
            cancellation.cancel();
            assertThat(waiting.failure())
                    .isInstanceOf(CancelledException.class)
                    .hasMessage("Cancelled while reading from the device (127.0.0.1).");
        }
        Try.assertNoThreadsLeft(SERVER.port());
    }

    @Test
    void interruptWhileReadingKeepsTheFlag() throws Exception {
        try (SshConnection connection = open(Try.key(SERVER));
                ShellChannel shell = connection.openShell(Pty.DEFAULT)) {
            shell.write(Try.bytes("stty -echo; echo re''ady; exec cat\n"));
            Try.readUntil(shell, "ready\r\n");
            boolean[] flag = new boolean[1];
            Waiting waiting = new Waiting(() -> {
                try {
                    return shell.read(new byte[10], Duration.ofHours(1));
                } finally {
                    flag[0] = Thread.currentThread().isInterrupted();
                }
            });
            waiting.thread.interrupt();
            assertThat(waiting.failure()).isInstanceOf(CancelledException.class);
            assertThat(flag[0]).isTrue();
        }
    }

    /**
     * Keys are being exchanged anew, the other side has fallen silent, and whoever reads has to make room first. Nor
     * does it wait for the exchange when it then closes the channel.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whileMakingRoomInTheMiddleOfAKeyExchange(boolean interrupted) throws Exception {
        try (HoldingLink link = new HoldingLink(REKEYING.port());
                SshConnection connection = open(
                        Try.port(link.port(), "root")
                                .credentials(Credential.PrivateKey.file(REKEYING.clientKey(), null)),
                        Limits.DEFAULT.withClose(Duration.ofMillis(300)));
                ExecChannel channel = connection.exec(ExecRequest.of("head -c 1800000 /dev/zero; sleep 3600"))) {
            link.hold();
            assertThat(link.awaitSwallowed(60)).isTrue(); // our part of the exchange; nobody has read anything yet
            Waiting waiting = new Waiting(() -> {
                byte[] buffer = new byte[2_000_000];
                try (channel) {
                    while (true) {
                        channel.read(buffer, Duration.ofHours(1));
                    }
                }
            });
            if (interrupted) {
                waiting.thread.interrupt();
            } else {
                cancellation.cancel();
            }
            assertThat(waiting.failure())
                    .isInstanceOf(CancelledException.class)
                    .hasMessage("Cancelled while reading from the device (127.0.0.1).");
        }
    }

    /** The other side takes nothing more: first its window is full, and in the end TCP's buffers. */
    @Test
    void whileWriting() throws Exception {
        try (SshConnection connection = open(Try.key(SERVER));
                ShellChannel shell = connection.openShell(Pty.DEFAULT)) {
            shell.write(Try.bytes("stty raw -echo; echo re''ady; read -t 3600 < /dev/zero\n"));
            Try.readUntil(shell, "ready");
            Waiting waiting = new Waiting(() -> {
                byte[] much = new byte[100_000];
                while (true) {
                    shell.write(much);
                }
            });
            cancellation.cancel();
            assertThat(waiting.failure())
                    .isInstanceOf(CancelledException.class)
                    .hasMessage("Cancelled while writing to the device (127.0.0.1).");
        }
        Try.assertNoThreadsLeft(SERVER.port());
    }

    @Test
    void writingEndsByItselfToo() throws Exception {
        Target target = Try.key(SERVER)
                .limits(Limits.DEFAULT.withSilence(Duration.ofMillis(500)))
                .build();
        try (SshConnection connection = SshConnection.open(target, ConnectionListener.NONE, cancellation);
                ShellChannel shell = connection.openShell(Pty.DEFAULT)) {
            shell.write(Try.bytes("stty raw -echo; echo re''ady; read -t 3600 < /dev/zero\n"));
            Try.readUntil(shell, "ready");
            byte[] much = new byte[8_000_000];
            assertThatThrownBy(() -> shell.write(much))
                    .matches(e -> ((NetworkShellException) e).kind() == ErrorKind.TIMEOUT)
                    .hasMessage("127.0.0.1 accepted no input for 500 ms.");
        }
    }

    @Test
    void anInterruptedThreadStillCloses() throws Exception {
        SshConnection connection = open(Try.key(SERVER));
        Thread.currentThread().interrupt();
        connection.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(connection.isOpen()).isFalse();
        Try.assertNoThreadsLeft(SERVER.port());
    }
}
