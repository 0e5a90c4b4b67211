package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.record.Recorder;
import io.jenkins.plugins.networkshell.engine.record.RecordingChannel;
import io.jenkins.plugins.networkshell.engine.shell.Answer;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The recording of a session as an asciicast, or none. */
final class SessionRecording implements AutoCloseable {
    private static final String FILE = "session.cast";

    private final Recorder recorder;

    private SessionRecording(Recorder recorder) {
        this.recorder = recorder;
    }

    static SessionRecording start(SessionPlan plan, Path folder) throws IOException {
        if (!plan.recorded() || folder == null) {
            return new SessionRecording(null);
        }
        Platform.Terminal terminal = plan.platform() == null
                ? Platform.Terminal.DEFAULT
                : plan.platform().terminal();
        return new SessionRecording(new Recorder(
                Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8),
                plan.connection().target().host(),
                terminal.width(),
                terminal.height(),
                Charset.forName(plan.encoding() == null ? terminal.charset() : plan.encoding()),
                secrets(plan)));
    }

    private static List<Secret> secrets(SessionPlan plan) {
        List<Secret> secrets = new ArrayList<>(plan.connection().masked());
        secrets.addAll(plan.secrets().values());
        plan.answers().stream().filter(Answer::isSecret).map(Answer::text).forEach(secrets::add);
        return secrets;
    }

    ShellChannel of(ShellChannel channel) {
        return recorder == null ? channel : new RecordingChannel(channel, recorder);
    }

    void recognised(Platform platform) {
        if (recorder != null) {
            recorder.recognised(platform);
        }
    }

    /** Its name in the session's folder; null where nothing is recorded. */
    String file() {
        return recorder == null ? null : FILE;
    }

    /** Ends it; gives why it does not have all of the session, where that is so. */
    Optional<IOException> end() {
        close();
        return recorder == null ? Optional.empty() : recorder.failure();
    }

    @Override
    public void close() {
        if (recorder != null) {
            recorder.close();
        }
    }
}
