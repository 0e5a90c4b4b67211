package io.jenkins.plugins.networkshell.simulator.scene;

/** The fields of {@code login}. */
final class LoginFields {
    static final String[] ALL = {
        "users", "authorizedKeys", "prompts", "banner", "motd", "questions", "maxShells", "maxShellsText"
    };

    private LoginFields() {}
}
