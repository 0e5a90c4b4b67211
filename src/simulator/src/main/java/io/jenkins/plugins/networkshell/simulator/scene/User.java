package io.jenkins.plugins.networkshell.simulator.scene;

/**
 * Someone who may log in.
 *
 * @param mode the mode that the user's shell starts in; null: the scene's first mode
 */
public record User(String name, String password, String mode) {
    public User(String name, String password) {
        this(name, password, null);
    }
}
