package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.artifact.ArtifactNames;
import io.jenkins.plugins.networkshell.artifact.SessionFile;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.engine.record.ChannelObserver;
import io.jenkins.plugins.networkshell.engine.record.Recorder;
import io.jenkins.plugins.networkshell.engine.record.SceneRecorder;
import io.jenkins.plugins.networkshell.engine.session.SessionOutcome;
import io.jenkins.plugins.networkshell.engine.session.SessionRecording;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The requested files about a session, while it runs. For one thread. */
final class SessionFiles implements AutoCloseable {
    private final SessionPlan plan;
    private final Target target;
    private final Path folder;
    private Recorder recorder;
    private SceneRecorder scene;

    private SessionFiles(SessionPlan plan, Target target, Path folder) {
        this.plan = plan;
        this.target = target;
        this.folder = folder;
    }

    /** @param folder for the files; null to write none */
    static SessionFiles open(SessionPlan plan, Target target, Path folder) throws IOException {
        SessionFiles files = new SessionFiles(plan, target, folder);
        if (files.isRequested(SessionFile.RECORDING)) {
            files.recorder = SessionRecording.start(
                    files.writer(SessionFile.RECORDING), target, plan.shellOptions(), plan.secrets());
        }
        return files;
    }

    private boolean isRequested(SessionFile file) {
        return folder != null && plan.files().containsKey(file);
    }

    private Writer writer(SessionFile file) throws IOException {
        return Files.newBufferedWriter(folder.resolve(file.fileName()), StandardCharsets.UTF_8);
    }

    /** Observes one attempt to have the session; null if nothing is requested. Of several, the scene keeps the last. */
    ChannelObserver observer() {
        if (isRequested(SessionFile.SCENE)) {
            String artifact = plan.files().get(SessionFile.SCENE);
            String name = artifact.substring(artifact.lastIndexOf('/') + 1, ArtifactNames.extension(artifact));
            scene = SessionRecording.scene(name, target, plan.shellOptions(), plan.secrets());
        }
        List<ChannelObserver> observers = Stream.<ChannelObserver>of(recorder, scene)
                .filter(observer -> observer != null)
                .toList();
        return observers.isEmpty() ? null : ChannelObserver.all(observers);
    }

    /** Completes the files, and says which of them are not complete. */
    List<SessionFile> finish(SessionOutcome outcome, SessionConsole console) {
        List<SessionFile> written = new ArrayList<>();
        if (recorder != null) {
            recorder.close();
            recorder.failure().ifPresent(e -> console.say(Messages.DeviceSession_RecordingLost(e.getMessage())));
            written.add(SessionFile.RECORDING);
        }
        if (scene != null && outcome.connection() != null) {
            try (Writer out = writer(SessionFile.SCENE)) {
                scene.write(out, outcome.connection().serverVersion(), target.username());
                written.add(SessionFile.SCENE);
            } catch (IOException e) {
                console.say(Messages.DeviceSession_SceneLost(e.getMessage()));
            }
        }
        return written;
    }

    @Override
    public void close() {
        if (recorder != null) {
            recorder.close();
        }
    }
}
