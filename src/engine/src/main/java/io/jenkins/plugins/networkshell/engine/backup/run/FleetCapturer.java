package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.fleet.Attempt;
import io.jenkins.plugins.networkshell.engine.backup.fleet.DeviceCapturer;
import io.jenkins.plugins.networkshell.engine.session.ConnectionFacts;
import io.jenkins.plugins.networkshell.engine.ssh.JumpPool;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.Target;

/**
 * Captures many devices at a time, and reports the progress of each login to the fleet. Devices behind the same jump
 * host share a connection to it, which {@code close} closes. Keeps nothing else. Thread-safe.
 */
public final class FleetCapturer implements DeviceCapturer<Capture>, AutoCloseable {
    private final SshCapturer capturer;
    private final CaptureNotices notices;
    private final JumpPool jumps = new JumpPool();

    public FleetCapturer(SshCapturer capturer, CaptureNotices notices) {
        this.capturer = capturer;
        this.notices = notices;
    }

    @Override
    public Capture capture(Device device, Attempt attempt, Cancellation cancellation) throws NetworkShellException {
        return capturer.capture(device, jumps, new Progress(device, attempt, notices), cancellation);
    }

    /** Call it after the run. */
    @Override
    public void close() {
        jumps.close();
    }

    private record Progress(Device device, Attempt attempt, CaptureNotices notices) implements CaptureListener {
        @Override
        public void loggingIn(Target host) {
            boolean itself = host.port() == device.port() && host.host().equals(device.host());
            if (itself) { // and no jump host
                attempt.loginStarted();
            }
        }

        @Override
        public void connected(ConnectionFacts connection) {
            attempt.loginAccepted();
        }

        @Override
        public void notice(String sentence) {
            notices.notice(device, sentence);
        }

        @Override
        public void hostKeyRefused(String host, int port, HostKey key) {
            notices.hostKeyRefused(device, host, port, key);
        }
    }
}
