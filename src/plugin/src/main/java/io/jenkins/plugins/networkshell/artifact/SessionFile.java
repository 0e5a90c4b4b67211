package io.jenkins.plugins.networkshell.artifact;

import java.util.List;
import java.util.stream.Stream;

/** A file about a session in a device's shell, written on request. */
public enum SessionFile {
    /** For players of asciicasts. */
    RECORDING("record", "session.cast", "recordings/", ".cast"),
    /** For the simulator, which then answers as the device did. */
    SCENE("recordScene", "scene.yaml", "scenes/", ".yaml");

    private final String parameter;
    private final String fileName;
    private final String folder;
    private final String extension;

    SessionFile(String parameter, String fileName, String folder, String extension) {
        this.parameter = parameter;
        this.fileName = fileName;
        this.folder = folder;
        this.extension = extension;
    }

    /** The parameters of the step that request these files. */
    public static List<String> parameters() {
        return Stream.of(values()).map(file -> file.parameter).toList();
    }

    /** Its name on the machine that runs the session. */
    public String fileName() {
        return fileName;
    }

    /** The artifact if the user names none. */
    String artifactOf(String device) {
        return folder + device + extension;
    }
}
