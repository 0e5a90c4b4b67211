package io.jenkins.plugins.networkshell.engine.backup.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** How many threads a fleet costs, with real connections to simulated devices. */
@Timeout(120)
class FleetThreadsTest {
    private static final int DEVICES = 40;
    /** Of the fleet as a whole: its timer. */
    private static final int SHARED = 2;

    private static final int JAVA = Runtime.version().feature();

    @TempDir
    private Path folder;

    private final DeviceSimulator simulator = DeviceSimulator.start();
    private final List<SimulatedDevice> devices = IntStream.range(0, DEVICES)
            .mapToObj(i -> simulator.add(Scene.shipped("huawei_vrp")))
            .toList();

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    /** What is done once a session is open, with its first command not yet typed. */
    private interface Meeting {
        void await() throws Exception;
    }

    private void run(Meeting meeting, Map<String, Boolean> done) throws IOException {
        run(ConnectionListener.NONE, meeting, done);
    }

    private void run(ConnectionListener listener, Meeting meeting, Map<String, Boolean> done) throws IOException {
        List<Device> fleet = IntStream.range(0, DEVICES)
                .mapToObj(i -> Device.of(String.valueOf(i), devices.get(i).host()))
                .toList();
        new FleetRunner(FleetOptions.DEFAULT.with(Concurrency.DEFAULT.withTotal(DEVICES)))
                .run(
                        fleet,
                        Map.of(),
                        (device, attempt, cancellation) -> {
                            SimulatedDevice real = devices.get(Integer.parseInt(device.name()));
                            return clock(real, listener, meeting, cancellation);
                        },
                        result -> done.put(result.device().name(), result.ok()),
                        FleetListener.NONE,
                        new Cancellation());
    }

    private static String clock(
            SimulatedDevice device, ConnectionListener listener, Meeting meeting, Cancellation cancellation)
            throws NetworkShellException {
        Target target = Target.builder(device.host(), device.user())
                .port(device.port())
                .credentials(new Credential.Password(Secret.of(device.password())))
                .hostKeys(HostKeyChecking.acceptAny())
                .keepAlive(Duration.ofSeconds(20))
                .build();
        PlatformCatalog catalog = PlatformCatalog.builtIn();
        ShellOptions options = ShellOptions.auto(catalog)
                .withPlatform(catalog.find("huawei_vrp").orElseThrow());
        try (ShellChannel channel = SshConnection.shell(target, Pty.DEFAULT, listener, cancellation);
                DeviceShell shell = DeviceShell.open(channel, options)) {
            meeting.await();
            return shell.run("display clock").command();
        } catch (NetworkShellException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Platform threads that work for a connection or a fleet. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("sshj") || name.startsWith("network-shell"))
                .count();
    }

    @Test
    void aDeviceHasTwoThreadsAndOneWhereThereAreVirtualOnes() throws Exception {
        AtomicLong most = new AtomicLong();
        Map<String, Boolean> done = new ConcurrentHashMap<>();
        CyclicBarrier allAreOpen = new CyclicBarrier(DEVICES, () -> most.set(threads()));

        run(allAreOpen::await, done);

        assertThat(done).hasSize(DEVICES).doesNotContainValue(false);
        int each = JAVA < 21 ? 2 : 1;
        assertThat(most.get()).isBetween((long) DEVICES, (long) each * DEVICES + SHARED);
    }

    /** Keys are exchanged, and the password goes out next. */
    @Test
    void norHasOneThatLogsInMore() throws Exception {
        AtomicLong most = new AtomicLong();
        Map<String, Boolean> done = new ConcurrentHashMap<>();
        CyclicBarrier allLogIn = new CyclicBarrier(DEVICES, () -> most.set(threads()));
        ConnectionListener meeting = new ConnectionListener() {
            @Override
            public void warning(String message) {
                throw new IllegalStateException(message);
            }

            @Override
            public void loggingIn(Target host) {
                try {
                    allLogIn.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };

        run(meeting, () -> {}, done);

        assertThat(done).hasSize(DEVICES).doesNotContainValue(false);
        int each = JAVA < 21 ? 2 : 1;
        assertThat(most.get()).isBetween((long) DEVICES, (long) each * DEVICES + SHARED);
    }

    /**
     * Until Java 24, a virtual thread in a synchronized block holds on to the thread that carries it; since then, only
     * where a class is loaded for the first time, which the first run does.
     */
    @Test
    @EnabledForJreRange(minVersion = 24)
    void noVirtualThreadIsPinned() throws Exception {
        run(() -> {}, new ConcurrentHashMap<>());
        Map<String, Boolean> done = new ConcurrentHashMap<>();
        Path file = folder.resolve("pinned.jfr");
        try (Recording recording = new Recording()) {
            recording
                    .enable("jdk.VirtualThreadPinned")
                    .withThreshold(Duration.ofMillis(1))
                    .withStackTrace();
            recording.start();
            run(() -> {}, done);
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> pinned = RecordingFile.readAllEvents(file);

        assertThat(done).hasSize(DEVICES).doesNotContainValue(false);
        assertThat(pinned).isEmpty();
    }
}
