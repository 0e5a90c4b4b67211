package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.cli.options.FileProblem;
import io.jenkins.plugins.networkshell.engine.record.SceneRecorder;
import io.jenkins.plugins.networkshell.engine.session.SessionRecording;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file for a session that is recorded as a scene.
 *
 * @param file exists, readable only by its owner
 * @param user who logs in
 */
record SceneFile(Path file, SceneRecorder recorder, String user) {
    private static final String OPTION = "--record-scene";

    /** Creates the file, so that an unwritable path is reported before anything is done on the device. */
    static SceneFile create(Path file, Target target, ShellOptions options) {
        try {
            PrivateFile.create(file);
        } catch (IOException e) {
            throw FileProblem.unwritable(OPTION, file, e);
        }
        String name = String.valueOf(file.getFileName()).replaceAll("\\.ya?ml$", "");
        return new SceneFile(file, SessionRecording.scene(name, target, options), target.username());
    }

    /** @param serverVersion the identification of the SSH server */
    void write(String serverVersion) {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            recorder.write(out, serverVersion, user);
        } catch (IOException e) {
            throw FileProblem.unwritable(OPTION, file, e);
        }
    }
}
