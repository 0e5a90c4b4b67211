package io.jenkins.plugins.networkshell.engine.backup.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.FleetEvent;
import io.jenkins.plugins.networkshell.engine.backup.Origin;
import io.jenkins.plugins.networkshell.engine.backup.SecretReference;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.backup.fleet.VirtualFleet.Play;
import io.jenkins.plugins.networkshell.engine.text.Position;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FleetRunTest {
    private static final CredentialReference CREDENTIAL =
            new CredentialReference("backup", new SecretReference.Environment("NET_PASSWORD"), null);

    private static Device device(int number, String group, Map<DeviceField, String> values) {
        Origin origin = Origin.of(new Position("test", 0), "device");
        Map<DeviceField, Setting> settings = new EnumMap<>(DeviceField.class);
        values.forEach((field, value) -> settings.put(field, new Setting(value, origin)));
        Device device = Device.of(
                new Setting("d" + number, origin),
                settings,
                group.isEmpty() ? List.of() : List.of(new Setting(group, origin)),
                List.of());
        return device.withCredentials(CREDENTIAL, device.jumps());
    }

    private static List<Device> devices(int count) {
        return devices(count, "");
    }

    private static List<Device> devices(int count, String group) {
        return IntStream.range(0, count)
                .mapToObj(i -> device(i, group, Map.of()))
                .toList();
    }

    private static int number(Device device) {
        return Integer.parseInt(device.name().substring(1));
    }

    private static FleetOptions parallel(int total) {
        return FleetOptions.DEFAULT.with(Concurrency.DEFAULT.withTotal(total));
    }

    @Test
    void asManyAtOnceAsAllowedAndNoMore() {
        VirtualFleet fleet = new VirtualFleet((device, attempt) -> Play.ok(10)).options(parallel(20));
        FleetSummary summary = fleet.run(devices(100));
        assertThat(summary.succeeded()).isEqualTo(100);
        assertThat(summary.end()).isEqualTo(FleetSummary.End.DONE);
        assertThat(fleet.most.get("all")).isEqualTo(20);
        // five waves, and the first three devices' logins before the others begin
        assertThat(fleet.time.now()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(52));
        assertThat(fleet.results.get("d7").value()).contains("d7's configuration");
    }

    @Test
    void everyLimitHolds() {
        List<Device> devices = IntStream.range(0, 200)
                .mapToObj(i -> device(
                        i,
                        "",
                        Map.of(
                                DeviceField.SITE, "site" + i % 7,
                                DeviceField.JUMP, "jump" + i % 3,
                                DeviceField.LOGIN_SERVER, "aaa" + i % 2)))
                .toList();
        VirtualFleet fleet = new VirtualFleet((device, attempt) -> Play.ok(1 + number(device) % 5))
                .options(FleetOptions.DEFAULT.with(new Concurrency(30, 4, 8, 11)))
                .counting(device -> List.of(
                        "site",
                        device.site().orElseThrow(),
                        "jump " + device.jumps(),
                        device.loginServer().orElseThrow()));
        fleet.run(devices);
        fleet.most.forEach((name, most) -> {
            if (name.startsWith("site")) {
                assertThat(most).as(name).isLessThanOrEqualTo(name.equals("site") ? 30 : 4);
            } else if (name.startsWith("jump")) {
                assertThat(most).as(name).isLessThanOrEqualTo(8);
            } else if (name.startsWith("aaa")) {
                assertThat(most).as(name).isEqualTo(11);
            }
        });
    }

    @Test
    void aFullSiteDoesNotHoldUpTheOthers() {
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            devices.add(device(i, "", Map.of(DeviceField.SITE, "narrow")));
        }
        devices.add(device(20, "", Map.of(DeviceField.SITE, "wide")));
        VirtualFleet fleet = new VirtualFleet((device, attempt) -> Play.ok(10))
                .options(FleetOptions.DEFAULT.with(Concurrency.DEFAULT.withPerSite(1)));
        fleet.run(devices);
        assertThat(fleet.started.subList(0, 2)).containsExactly("d0", "d20");
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void onlyWhatMayPassIsTriedAgain(ErrorKind kind) {
        Set<ErrorKind> once = Set.of(
                ErrorKind.NO_COMMON_ALGORITHM,
                ErrorKind.HOST_KEY_UNKNOWN,
                ErrorKind.HOST_KEY_CHANGED,
                ErrorKind.AUTHENTICATION_FAILED,
                ErrorKind.PROMPT_NOT_RECOGNISED,
                ErrorKind.COMMAND_FAILED,
                ErrorKind.CANCELLED,
                ErrorKind.FILE_TRANSFER,
                ErrorKind.BAD_INPUT);
        VirtualFleet fleet = new VirtualFleet(
                (device, attempt) -> new Play(Duration.ofMillis(1), Duration.ofSeconds(1), kind, true));
        FleetSummary summary = fleet.run(devices(1));
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(fleet.results.get("d0").attempts()).isEqualTo(once.contains(kind) ? 1 : 3);
        assertThat(fleet.results.get("d0").failure().kind()).isEqualToIgnoringCase(kind.name());
    }

    @Test
    void aConnectionThatIsLostInTheLoginMayBeARejection() {
        VirtualFleet fleet = new VirtualFleet((device, attempt) -> Play.fails(ErrorKind.CONNECTION_LOST));
        fleet.run(devices(1));
        assertThat(fleet.started).hasSize(1);
    }

    @Test
    void pausesDoubleAndDifferByChance() {
        VirtualFleet fleet = new VirtualFleet(
                        (device, attempt) -> attempt < 4 ? Play.fails(ErrorKind.CONNECT_TIMEOUT) : Play.ok(1))
                .options(FleetOptions.DEFAULT.with(new Retries(4, Duration.ofSeconds(4), Duration.ofSeconds(12))));
        FleetSummary summary = fleet.run(devices(40));
        assertThat(summary.succeeded()).isEqualTo(40);
        assertThat(fleet.results.get("d0").attempts()).isEqualTo(4);
        List<Duration> longest = List.of(Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(12));
        List<FleetEvent.DeviceRetrying> pauses = fleet.events(FleetEvent.DeviceRetrying.class);
        assertThat(pauses).hasSize(120).allSatisfy(pause -> {
            Duration most = longest.get(pause.attempt() - 1);
            assertThat(pause.delay()).isBetween(most.dividedBy(2), most);
        });
        assertThat(pauses.stream().map(FleetEvent.DeviceRetrying::delay).distinct())
                .hasSizeGreaterThan(100);
    }

    @Test
    void aPausingDeviceTakesNobodysPlace() {
        VirtualFleet fleet = new VirtualFleet((device, attempt) ->
                        number(device) == 0 && attempt == 1 ? Play.fails(ErrorKind.CONNECTION_REFUSED) : Play.ok(1))
                .options(parallel(1));
        fleet.run(devices(3));
        assertThat(fleet.started).startsWith("d0", "d1").contains("d2").hasSize(4);
    }

    @Test
    void aWrongCredentialIsRejectedByThreeDevicesOfAGroupOnly() {
        List<Device> devices = new ArrayList<>(devices(100, "branch"));
        for (int i = 100; i < 110; i++) {
            devices.add(device(i, "core", Map.of()));
        }
        VirtualFleet fleet = new VirtualFleet(
                (device, attempt) -> number(device) < 100 ? Play.fails(ErrorKind.AUTHENTICATION_FAILED) : Play.ok(5));
        FleetSummary summary = fleet.run(devices);
        assertThat(summary.failed()).isEqualTo(3);
        assertThat(summary.notTried()).isEqualTo(97);
        assertThat(summary.succeeded()).isEqualTo(10);
        assertThat(fleet.results.get("d50").attempts()).isZero();
        assertThat(fleet.results.get("d50").failure().sentence())
                .isEqualTo("Not tried: other devices (group branch) rejected the login of backup with $NET_PASSWORD.");
        assertThat(fleet.events(FleetEvent.CredentialSuspended.class))
                .singleElement()
                .satisfies(event -> assertThat(event.notTried()).isEqualTo(97));
    }

    @Test
    void aLoginServerCountsAcrossGroups() {
        List<Device> devices = IntStream.range(0, 60)
                .mapToObj(i -> device(i, "g" + i, Map.of(DeviceField.LOGIN_SERVER, "aaa")))
                .toList();
        VirtualFleet fleet = new VirtualFleet((device, attempt) -> Play.fails(ErrorKind.AUTHENTICATION_FAILED));
        assertThat(fleet.run(devices).failed()).isEqualTo(3);
    }

    @Test
    void devicesWithAProblemOfTheirOwnDoNotStopTheirGroup() {
        // ten broken ones are together, where the order of last time has put them
        VirtualFleet fleet = new VirtualFleet((device, attempt) -> number(device) >= 30 && number(device) < 39
                ? Play.fails(ErrorKind.AUTHENTICATION_FAILED)
                : Play.ok(20));
        FleetSummary summary = fleet.run(devices(300, "branch"));
        assertThat(summary.failed()).isEqualTo(9);
        assertThat(summary.succeeded()).isEqualTo(291);
    }

    @Test
    void aCredentialThatIsLockedInTheMiddleIsStopped() {
        VirtualFleet fleet = new VirtualFleet((device, attempt) ->
                        number(device) < 50 ? Play.ok(1) : Play.fails(ErrorKind.AUTHENTICATION_FAILED))
                .options(parallel(5));
        FleetSummary summary = fleet.run(devices(300, "branch"));
        assertThat(summary.succeeded()).isEqualTo(50);
        assertThat(summary.failed()).isBetween(10, 14);
        assertThat(summary.notTried()).isGreaterThan(230);
    }

    @Test
    void theDeadlineEndsTheRun() {
        VirtualFleet fleet = new VirtualFleet(
                        (device, attempt) -> number(device) < 3 ? Play.fails(ErrorKind.CONNECT_TIMEOUT) : Play.ok(25))
                .options(parallel(10)
                        .with(new Retries(9, Duration.ofSeconds(60), Duration.ofSeconds(60)))
                        .withDeadline(Duration.ofSeconds(40)));
        FleetSummary summary = fleet.run(devices(100));
        assertThat(summary.end()).isEqualTo(FleetSummary.End.DEADLINE);
        assertThat(summary.elapsed()).isEqualTo(Duration.ofMillis(40_500));
        assertThat(summary.succeeded() + summary.failed() + summary.notTried()).isEqualTo(100);
        assertThat(fleet.results.get("d0").failure().kind()).isEqualTo("connect_timeout");
        assertThat(fleet.results.get("d99").failure())
                .isEqualTo(new DeviceFailure(
                        DeviceFailure.NOT_TRIED, "Not tried: the time limit of the run, 40 s, is up.", null));
        assertThat(fleet.results.get("d13").failure().kind()).isEqualTo("timeout");
    }

    @Test
    void aCancelledRunEndsWithinTwoSecondsWhateverTheDevicesDo() {
        VirtualFleet fleet = new VirtualFleet((device, attempt) ->
                number(device) % 2 == 0 ? Play.ok(1000) : Play.ok(1000).deaf());
        fleet.cancelAt(Duration.ofSeconds(30));
        FleetSummary summary = fleet.run(devices(200));
        assertThat(summary.end()).isEqualTo(FleetSummary.End.CANCELLED);
        assertThat(summary.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(32));
        assertThat(summary.succeeded()).isZero(); // what came after the end was dropped
        assertThat(fleet.results.get("d1").failure())
                .isEqualTo(new DeviceFailure("cancelled", "The run was cancelled.", null));
        assertThat(summary.notTried()).isEqualTo(150);
    }

    @Test
    void aSinkThatFailsStopsTheRun() {
        Delivery<String> delivery = new Delivery<>(
                result -> {
                    throw new IOException("No space left on device");
                },
                FleetListener.NONE);
        VirtualTime time = new VirtualTime();
        FleetRun<String> run = new FleetRun<>(
                parallel(4),
                (device, attempt, cancellation, completion) ->
                        time.after(Duration.ofSeconds(1), () -> completion.succeeded("x")),
                delivery,
                time,
                new Random(1));
        var done = run.start(devices(100));
        time.run();
        assertThat(done.join().end()).isEqualTo(FleetSummary.End.SINK_FAILED);
        assertThat(done.join().succeeded()).isLessThanOrEqualTo(4);
    }

    @Test
    void theSlowestOfLastTimeBegin() {
        List<Device> devices = List.of(
                device(0, "", Map.of(DeviceField.PLATFORM, "a")),
                device(1, "", Map.of(DeviceField.PLATFORM, "a")),
                device(2, "", Map.of(DeviceField.PLATFORM, "a")),
                device(3, "", Map.of(DeviceField.PLATFORM, "b")),
                device(4, "", Map.of(DeviceField.PLATFORM, "b")));
        Map<String, Duration> lastTime =
                Map.of("d0", Duration.ofSeconds(5), "d1", Duration.ofSeconds(50), "d3", Duration.ofSeconds(20));
        // d2 is taken for 50 s (the upper middle of 5 and 50), d4 for 20 s
        assertThat(StartOrder.of(devices, lastTime))
                .extracting(Device::name)
                .containsExactly("d1", "d2", "d3", "d4", "d0");
        assertThat(StartOrder.of(devices, Map.of())).isEqualTo(devices);
    }

    @Test
    void tenThousandDevicesNeedNoMoreTimeThanTheyMust() {
        Random random = new Random(7);
        List<Device> devices = new ArrayList<>();
        int[] seconds = new int[10_000];
        long work = 0;
        for (int i = 0; i < seconds.length; i++) {
            devices.add(
                    device(i, "g" + i % 40, Map.of(DeviceField.SITE, "s" + i % 200, DeviceField.JUMP, "j" + i % 20)));
            seconds[i] = 2 + random.nextInt(10);
            work += seconds[i];
        }
        VirtualFleet fleet = new VirtualFleet((device, attempt) -> {
                    int number = number(device);
                    return number % 33 == 0 && attempt == 1
                            ? Play.fails(ErrorKind.CONNECT_TIMEOUT)
                            : Play.ok(seconds[number]);
                })
                .options(parallel(100));
        FleetSummary summary = fleet.run(devices);
        assertThat(summary.succeeded()).isEqualTo(10_000);
        assertThat(fleet.most.get("all")).isEqualTo(100);
        assertThat(summary.elapsed()).isLessThan(Duration.ofSeconds(work / 100 * 110 / 100));
    }

    @Test
    void whateverHappensEachDeviceHasOneResult() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Device> devices = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                devices.add(device(
                        i, random.nextBoolean() ? "g" + random.nextInt(3) : "", Map.of(DeviceField.SITE, "s" + i % 4)));
            }
            ErrorKind[] kinds = ErrorKind.values();
            VirtualFleet fleet = new VirtualFleet((device, attempt) -> {
                        ErrorKind kind = random.nextInt(3) == 0 ? kinds[random.nextInt(kinds.length)] : null;
                        return new Play(
                                Duration.ofMillis(random.nextInt(3000)),
                                Duration.ofMillis(random.nextInt(3000)),
                                kind,
                                random.nextBoolean());
                    })
                    .options(new FleetOptions(
                            new Concurrency(1 + random.nextInt(20), 1 + random.nextInt(5), 10, 10),
                            Retries.DEFAULT,
                            random.nextBoolean() ? Duration.ofSeconds(20) : FleetOptions.NO_DEADLINE));
            if (random.nextBoolean()) {
                fleet.cancelAt(Duration.ofMillis(random.nextInt(30_000)));
            }
            FleetSummary summary = fleet.run(devices); // checks the results
            assertThat(summary.succeeded() + summary.failed() + summary.notTried())
                    .as("seed " + seed)
                    .isEqualTo(60);
        }
    }
}
