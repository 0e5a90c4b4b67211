package io.jenkins.plugins.networkshell.simulator.scene;

/** An invalid scene. The message names file, line and field, and says what is allowed there. */
public final class SceneException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public SceneException(String message) {
        super(message);
    }

    public SceneException(String message, Throwable cause) {
        super(message, cause);
    }
}
