package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.KnownHostsFiles;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.HostKeyType;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jump host is logged in to once, whatever becomes of those who go through it. */
class JumpPoolTest {
    private static final int DEVICES = 20;

    @TempDir
    private Path folder;

    private final DeviceSimulator simulator = DeviceSimulator.start();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final JumpPool pool = new JumpPool();
    private SimulatedDevice bastion;

    @BeforeEach
    void start() {
        bastion = jumpHost();
    }

    @AfterEach
    void stop() throws IOException {
        pool.close();
        threads.shutdownNow();
        simulator.close();
    }

    private SimulatedDevice jumpHost() {
        Scene linux = Scene.shipped("linux");
        return simulator.add(linux.toBuilder().ssh(linux.ssh().withForwarding()).build());
    }

    private SimulatedDevice device() {
        return simulator.add(Scene.shipped("huawei_vrp"));
    }

    private static Target.Builder to(SimulatedDevice device, Target... jumps) {
        return Try.port(device.port(), device.user())
                .credentials(new Credential.Password(Secret.of(device.password())))
                .jumps(List.of(jumps));
    }

    private HostKeyChecking strict(SimulatedDevice... known) throws IOException {
        List<String> lines = new ArrayList<>();
        for (SimulatedDevice device : known) {
            lines.add(device.knownHostsLine(HostKeyType.ECDSA));
        }
        Path file = Files.write(folder.resolve("known" + lines.hashCode()), lines);
        return HostKeyChecking.of(HostKeyChecking.Policy.STRICT, KnownHostsFiles.of(file));
    }

    private SshConnection connect(Target target) throws NetworkShellException {
        return pool.connect(target, ConnectionListener.NONE, new Cancellation(), SshLog.NONE);
    }

    private NetworkShellException failure(Target target) {
        return catchThrowableOfType(
                NetworkShellException.class, () -> connect(target).close());
    }

    /** All at once, so that they meet while the connection is being opened. */
    private <T> List<Future<T>> together(List<? extends Callable<T>> tasks) throws InterruptedException {
        CountDownLatch go = new CountDownLatch(tasks.size());
        List<Callable<T>> waiting = new ArrayList<>();
        for (Callable<T> task : tasks) {
            waiting.add(() -> {
                go.countDown();
                go.await();
                return task.call();
            });
        }
        return threads.invokeAll(waiting);
    }

    private static String prompt(SshConnection connection) throws IOException {
        try (ShellChannel shell = connection.openShell(Pty.DEFAULT)) {
            return Try.readUntil(shell, ">");
        }
    }

    @Test
    void twentyDevicesAreOneLogin() throws Exception {
        Target jump = to(bastion).hostKeys(strict(bastion)).build();
        List<SimulatedDevice> devices = new ArrayList<>();
        List<Callable<String>> sessions = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            SimulatedDevice device = device();
            devices.add(device);
            Target target = to(device, jump).hostKeys(strict(device)).build();
            sessions.add(() -> {
                try (SshConnection connection = connect(target)) {
                    return prompt(connection);
                }
            });
        }
        for (Future<String> session : together(sessions)) {
            assertThat(session.get()).endsWith("<HUAWEI>");
        }
        assertThat(devices)
                .allSatisfy(device -> assertThat(device.sent().logins()).hasSize(1));
        assertThat(bastion.sent().totalConnections()).isEqualTo(1);
        assertThat(bastion.sent().logins()).hasSize(1);
        assertThat(bastion.sent().openConnections()).isEqualTo(1);
        pool.close();
        assertThat(bastion.sent().awaitNoConnections(Try.SOON)).isTrue();
    }

    @Test
    void aLostJumpHostIsConnectedToAgain() throws Exception {
        Target jump = to(bastion).build();
        List<SshConnection> open = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            open.add(connect(to(device(), jump).build()));
        }
        bastion.dropConnections();
        for (SshConnection connection : open) {
            NetworkShellException e = catchThrowableOfType(NetworkShellException.class, () -> prompt(connection));
            assertThat(e.kind()).isEqualTo(ErrorKind.CONNECTION_LOST);
        }
        try (SshConnection again = connect(to(device(), jump).build())) {
            assertThat(prompt(again)).endsWith("<HUAWEI>");
            open.forEach(SshConnection::close); // the old way's users leave, which does not concern the new one
            assertThat(prompt(again)).endsWith("<HUAWEI>");
        }
        assertThat(bastion.sent().totalConnections()).isEqualTo(2);
    }

    /** Or the fleet would take it for the device's answer to the password, and not try again. */
    @Test
    void aJumpHostThatIsLostDuringALoginIsNotTheDevicesDoing() throws Exception {
        SimulatedDevice silent = device().withFault(Fault.SILENT);
        Target target = to(silent, to(bastion).build()).build();
        Future<NetworkShellException> connecting = threads.submit(() -> failure(target));
        assertThat(silent.sent().awaitConnections(1, Try.SOON)).isTrue();
        bastion.dropConnections();
        assertLost(connecting.get(), bastion.port(), silent);
    }

    @Test
    void neitherIsOneThatIsLostWhileItConnects() throws Exception {
        SimulatedDevice device = device();
        try (SshServer hangingUp = SshServer.setUpDefaultServer()) {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(256);
            hangingUp.setKeyPairProvider(KeyPairProvider.wrap(keys.generateKeyPair()));
            hangingUp.setHost("127.0.0.1");
            hangingUp.setPort(0);
            hangingUp.setPasswordAuthenticator((user, password, session) -> true);
            hangingUp.setForwardingFilter(new RejectAllForwardingFilter() {
                @Override
                public boolean canConnect(Type type, SshdSocketAddress address, Session session) {
                    session.close(true);
                    return true;
                }
            });
            hangingUp.start();
            Target jump = Try.port(hangingUp.getPort(), "operator")
                    .credentials(new Credential.Password(Secret.of("any")))
                    .build();
            assertLost(failure(to(device, jump).build()), hangingUp.getPort(), device);
        }
    }

    private static void assertLost(NetworkShellException failure, int jumpPort, SimulatedDevice device) {
        assertThat(failure)
                .hasMessage("The connection to the jump host 127.0.0.1:" + jumpPort + " ended while " + device.host()
                        + ":" + device.port() + " was being connected to through it.")
                .extracting(NetworkShellException::kind)
                .isEqualTo(ErrorKind.UNREACHABLE);
    }

    @Test
    void theKeyOfEachIsChecked() throws Exception {
        SimulatedDevice device = device();
        Target trusted = to(bastion).hostKeys(strict(bastion)).build();
        assertThat(failure(to(device, trusted).hostKeys(strict(bastion)).build())
                        .kind())
                .isEqualTo(ErrorKind.HOST_KEY_UNKNOWN);
        assertThat(bastion.sent().logins()).hasSize(1);
        Target unknown = to(bastion).hostKeys(strict(device)).build();
        assertThat(failure(to(device, unknown).hostKeys(strict(device)).build()))
                .hasMessageContaining("The host key of " + bastion.host() + ":" + bastion.port() + " is not known");
        assertThat(bastion.sent().logins()).hasSize(1);
        assertThat(device.sent().logins()).isEmpty();
    }

    @Test
    void aStrictOneDoesNotUseTheConnectionOfOneThatChecksNothing() throws Exception {
        SimulatedDevice device = device();
        connect(to(device, to(bastion).build()).build()).close();
        Target strict = to(bastion).hostKeys(strict(device)).build();
        assertThat(failure(to(device, strict).build()).kind()).isEqualTo(ErrorKind.HOST_KEY_UNKNOWN);
    }

    @Test
    void aRejectedLoginIsTriedOnceForAll() throws Exception {
        Target jump = to(bastion)
                .credentials(new Credential.Password(Secret.of("nonsense")))
                .build();
        List<Callable<NetworkShellException>> attempts = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            Target target = to(device(), jump).build();
            attempts.add(() -> failure(target));
        }
        for (Future<NetworkShellException> attempt : together(attempts)) {
            assertThat(attempt.get().kind()).isEqualTo(ErrorKind.AUTHENTICATION_FAILED);
            assertThat(attempt.get()).hasMessageContaining("Login to " + bastion.host() + ":" + bastion.port());
        }
        assertThat(failure(to(device(), jump).build()).kind()).isEqualTo(ErrorKind.AUTHENTICATION_FAILED);
        assertThat(bastion.sent().totalConnections()).isEqualTo(1);
    }

    @Test
    void jumpHostsBehindOneAnotherAreSharedToo() throws Exception {
        SimulatedDevice inner = jumpHost();
        Target outerJump = to(bastion).build();
        Target innerJump = to(inner).build();
        connect(to(device(), outerJump).build()).close();
        for (int i = 0; i < 3; i++) {
            try (SshConnection connection =
                    connect(to(device(), outerJump, innerJump).build())) {
                assertThat(prompt(connection)).endsWith("<HUAWEI>");
            }
        }
        assertThat(bastion.sent().totalConnections()).isEqualTo(1);
        assertThat(inner.sent().totalConnections()).isEqualTo(1);
        pool.close();
        assertThat(inner.sent().awaitNoConnections(Try.SOON)).isTrue();
        assertThat(bastion.sent().awaitNoConnections(Try.SOON)).isTrue();
    }

    @Test
    void cancellingOneLeavesTheJumpHostToTheOthers() throws Exception {
        bastion.withFault(Fault.SILENT);
        SimulatedDevice device = device();
        Target target = to(device, to(bastion).build()).build();
        Cancellation first = new Cancellation();
        Future<NetworkShellException> opener = threads.submit(() -> catchThrowableOfType(
                NetworkShellException.class,
                () -> pool.connect(target, ConnectionListener.NONE, first, SshLog.NONE)
                        .close()));
        assertThat(bastion.sent().awaitConnections(1, Try.SOON)).isTrue();
        Future<String> waiter = threads.submit(() -> {
            try (SshConnection connection = connect(target)) {
                return prompt(connection);
            }
        });
        bastion.withoutFaults();
        first.cancel();
        assertThat(opener.get().kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(waiter.get()).endsWith("<HUAWEI>");
    }

    @Test
    void waitingForAJumpHostCanBeCancelled() throws Exception {
        bastion.withFault(Fault.SILENT);
        Target target = to(device(), to(bastion).build()).build();
        Future<NetworkShellException> opener = threads.submit(() -> failure(target));
        assertThat(bastion.sent().awaitConnections(1, Try.SOON)).isTrue();
        Cancellation cancellation = new Cancellation();
        Future<NetworkShellException> waiter = threads.submit(() -> catchThrowableOfType(
                NetworkShellException.class,
                () -> pool.connect(target, ConnectionListener.NONE, cancellation, SshLog.NONE)));
        cancellation.cancel();
        assertThat(waiter.get().kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(opener.isDone()).isFalse();
    }

    @Test
    void nothingIsOpenedAfterTheEnd() {
        pool.close();
        assertThat(failure(to(device(), to(bastion).build()).build()).kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(bastion.sent().totalConnections()).isZero();
    }

    @Test
    void anErrorNamesTheJumpHostAsOne() throws Exception {
        int port = bastion.port();
        Target jump = to(bastion).build();
        bastion.close();
        assertThat(failure(to(device(), jump).build()))
                .hasMessage(
                        "Nothing accepts connections at the jump host 127.0.0.1:" + port + " (connection refused).");
    }
}
