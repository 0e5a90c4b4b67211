package io.jenkins.plugins.networkshell.simulator.scene;

/**
 * A user who may log in.
 *
 * @param mode initial mode of the user's shell; null: the scene's first mode
 */
public record User(String name, String password, String mode) {
    public User(String name, String password) {
        this(name, password, null);
    }
}
