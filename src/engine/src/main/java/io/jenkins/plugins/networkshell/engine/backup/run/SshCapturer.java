package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFacts;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailedException;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.Evidence;
import io.jenkins.plugins.networkshell.engine.backup.capture.Verdict;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.session.CaptureFiles;
import io.jenkins.plugins.networkshell.engine.session.ConnectionFacts;
import io.jenkins.plugins.networkshell.engine.session.DeviceSession;
import io.jenkins.plugins.networkshell.engine.session.SessionConnection;
import io.jenkins.plugins.networkshell.engine.session.SessionOutcome;
import io.jenkins.plugins.networkshell.engine.session.SessionSettings;
import io.jenkins.plugins.networkshell.engine.ssh.JumpPool;
import io.jenkins.plugins.networkshell.engine.target.AlgorithmsInUse;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Captures the configurations of a device in one session. Keeps no state. Immutable and thread-safe. */
public final class SshCapturer {
    private final DeviceTargets targets;
    private final String toolVersion;
    private final Clock clock;

    /** @param toolVersion for the evidence */
    public SshCapturer(DeviceTargets targets, String toolVersion) {
        this(targets, toolVersion, Clock.systemUTC());
    }

    SshCapturer(DeviceTargets targets, String toolVersion, Clock clock) {
        this.targets = targets;
        this.toolVersion = toolVersion;
        this.clock = clock;
    }

    /**
     * Connects, reads all configurations and logs out. A missing further configuration is reported to the listener and
     * skipped; without the primary one there is no capture.
     *
     * @throws DeviceFailedException with the end of the session, if there is no capture
     */
    public Capture capture(Device device, CaptureListener listener, Cancellation cancellation)
            throws NetworkShellException {
        try (JumpPool jumps = new JumpPool()) {
            return capture(device, jumps, listener, cancellation);
        }
    }

    /** The same, with connections to jump hosts that are shared with other devices. */
    Capture capture(Device device, JumpPool jumps, CaptureListener listener, Cancellation cancellation)
            throws NetworkShellException {
        Target target = targets.target(device);
        SessionSettings settings =
                new SessionSettings(target, device.name(), targets.shell(device), CaptureFiles.NONE, null, listener);
        DeviceReading reading = new DeviceReading();
        SessionOutcome outcome;
        try {
            outcome = DeviceSession.run(
                    SessionConnection.Source.through(jumps, target, listener, cancellation), settings, reading);
        } catch (NetworkShellException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // no files of ours are written
        }
        if (outcome.error() != null) {
            throw failed(device, outcome, outcome.error().kind(), DeviceFailure.of(outcome.error()), outcome.error());
        }
        List<CapturedConfiguration> captured = captured(device, reading, outcome, listener);
        return new Capture(device.name(), evidence(device, reading, outcome, captured), captured);
    }

    private static List<CapturedConfiguration> captured(
            Device device, DeviceReading reading, SessionOutcome outcome, CaptureListener listener)
            throws NetworkShellException {
        if (reading.configurations().isEmpty()) {
            DeviceFailure failure = new DeviceFailure(
                    ErrorKind.BAD_INPUT.name().toLowerCase(Locale.ROOT),
                    "The platform " + outcome.platform().name() + " has no command that prints a configuration.",
                    "Name the device's platform in the inventory, or describe it in a file of your own.");
            throw failed(device, outcome, ErrorKind.BAD_INPUT, failure, null);
        }
        List<CapturedConfiguration> captured = new ArrayList<>();
        for (ConfigurationReads reads : reading.configurations()) {
            Verdict verdict = reads.verdict(outcome.results());
            if (verdict instanceof Verdict.Complete complete) {
                captured.add(complete.configuration());
            } else if (verdict instanceof Verdict.Refused refused) {
                if (reads.isPrimary()) {
                    throw failed(device, outcome, kind(refused.failure()), refused.failure(), null);
                }
                listener.notice("The " + reads.rules().name() + " configuration is left out: "
                        + refused.failure().sentence());
            }
        }
        return captured;
    }

    /** Retrying may help with untrusted text, but not with a refused command. */
    private static ErrorKind kind(DeviceFailure failure) {
        return failure.kind().equalsIgnoreCase(ErrorKind.COMMAND_FAILED.name())
                ? ErrorKind.COMMAND_FAILED
                : ErrorKind.CONFIGURATION_INCOMPLETE;
    }

    private static DeviceFailedException failed(
            Device device, SessionOutcome outcome, ErrorKind kind, DeviceFailure failure, Throwable cause) {
        return new DeviceFailedException(kind, device.host(), failure.withLastLines(outcome.lastLines()), cause);
    }

    private Evidence evidence(
            Device device, DeviceReading reading, SessionOutcome outcome, List<CapturedConfiguration> captured) {
        Platform platform = outcome.platform();
        ConnectionFacts connection = outcome.connection();
        var facts = reading.facts(platform.facts(), outcome.results());
        String hostName = platform.modes().stream()
                .flatMap(mode -> mode.host(outcome.prompt()).stream())
                .findFirst()
                .orElse(null);
        return new Evidence(
                Instant.now(clock),
                device.host(),
                device.port(),
                platform.name(),
                new DeviceFacts(hostName, facts.model(), facts.serial(), facts.version()),
                connection.serverVersion(),
                connection.hostKey() == null
                        ? null
                        : connection.hostKey().type() + " "
                                + connection.hostKey().fingerprint(),
                algorithms(connection.algorithms()),
                reading.unsaved(platform.backup().unsaved(), outcome.results(), captured),
                toolVersion);
    }

    /** By the names that evidence has had from the beginning. */
    private static Map<String, String> algorithms(AlgorithmsInUse used) {
        Map<String, String> algorithms = used.byPurpose();
        algorithms.put("kex", algorithms.remove("keyExchange"));
        return algorithms;
    }
}
