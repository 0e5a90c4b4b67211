package io.jenkins.plugins.networkshell.simulator.scene;

/** What may stand below {@code login}. */
final class LoginFields {
    static final String[] ALL = {
        "users", "authorizedKeys", "prompts", "banner", "motd", "questions", "maxShells", "maxShellsText"
    };

    private LoginFields() {}
}
