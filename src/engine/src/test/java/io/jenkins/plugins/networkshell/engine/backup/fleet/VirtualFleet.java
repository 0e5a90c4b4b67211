package io.jenkins.plugins.networkshell.engine.backup.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.FleetEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A run in virtual time over devices that behave as a test says. */
final class VirtualFleet {
    final VirtualTime time = new VirtualTime();
    final List<FleetEvent> events = new ArrayList<>();
    final Map<String, DeviceResult<String>> results = new LinkedHashMap<>();
    final List<String> started = new ArrayList<>();
    final Map<String, Integer> most = new TreeMap<>();
    private final Map<String, Integer> running = new TreeMap<>();
    private final Behaviour behaviour;
    private FleetOptions options = FleetOptions.DEFAULT;
    private Duration cancelAt;
    Function<Device, List<String>> counted = device -> List.of();

    /** What a device does in an attempt. */
    interface Behaviour {
        Play of(Device device, int attempt);
    }

    /**
     * @param login when the credential is accepted, or {@code duration} when it is not before the end
     * @param error null for success
     * @param stoppable whether it heeds a cancellation
     */
    record Play(Duration login, Duration duration, ErrorKind error, boolean stoppable) {
        static Play ok(long seconds) {
            return new Play(Duration.ofMillis(200), Duration.ofSeconds(seconds), null, true);
        }

        static Play fails(ErrorKind kind) {
            return new Play(Duration.ofSeconds(1), Duration.ofSeconds(1), kind, true);
        }

        Play deaf() {
            return new Play(login, duration, error, false);
        }
    }

    static final class Failure extends NetworkShellException {
        private static final long serialVersionUID = 1L;

        Failure(ErrorKind kind) {
            super(kind, "", "It failed: " + kind + ".", null, null);
        }
    }

    VirtualFleet(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    VirtualFleet options(FleetOptions value) {
        options = value;
        return this;
    }

    /** Keeps the largest number of devices at once for each of these names. */
    VirtualFleet counting(Function<Device, List<String>> names) {
        counted = names;
        return this;
    }

    FleetSummary run(List<Device> devices) {
        Delivery<String> delivery = new Delivery<>(this::keep, events::add);
        FleetRun<String> run = new FleetRun<>(options, this::play, delivery, time, new Random(1));
        CompletableFuture<FleetSummary> done = run.start(devices);
        if (cancelAt != null) {
            time.after(cancelAt, run::cancel);
        }
        time.run();
        assertThat(done).isCompleted();
        assertThat(results.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        devices.stream().map(Device::name).toList());
        assertThat(events.get(0)).isInstanceOf(FleetEvent.RunStarted.class);
        assertThat(events.get(events.size() - 1)).isInstanceOf(FleetEvent.RunFinished.class);
        return done.join();
    }

    void cancelAt(Duration when) {
        cancelAt = when;
    }

    private void keep(DeviceResult<String> result) {
        assertThat(results.put(result.device().name(), result))
                .as("second result of " + result.device())
                .isNull();
    }

    private void play(
            Device device, Attempt attempt, Cancellation cancellation, Captures.Completion<String> completion) {
        Play play = behaviour.of(device, attempt.number());
        started.add(device.name());
        count(device, 1);
        attempt.loginStarted();
        if (play.login().compareTo(play.duration()) < 0) {
            time.after(play.login(), attempt::loginAccepted);
        }
        FleetClock.Timer end = time.after(play.duration(), () -> {
            count(device, -1);
            if (play.error() == null) {
                completion.succeeded(device.name() + "'s configuration");
            } else {
                completion.failed(new Failure(play.error()));
            }
        });
        if (play.stoppable()) {
            cancellation.onCancel(() -> {
                end.cancel();
                time.after(Duration.ofMillis(500), () -> {
                    count(device, -1);
                    completion.failed(new Failure(ErrorKind.CANCELLED));
                });
            });
        }
    }

    private void count(Device device, int by) {
        List<String> names = new ArrayList<>(counted.apply(device));
        names.add("all");
        for (String name : names) {
            int now = running.merge(name, by, Integer::sum);
            most.merge(name, now, Math::max);
        }
    }

    <E extends FleetEvent> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
