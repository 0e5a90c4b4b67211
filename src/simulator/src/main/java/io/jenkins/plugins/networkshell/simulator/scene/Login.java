package io.jenkins.plugins.networkshell.simulator.scene;

import java.util.List;
import java.util.Optional;

/**
 * Who may log in, and what a device shows on the way to its first prompt. Immutable.
 *
 * @param users the first is the one that demonstrations name
 * @param authorizedKeys public keys in the form of OpenSSH's {@code authorized_keys}, good for every user
 * @param prompts what keyboard-interactive asks; empty: one hidden {@code Password: }
 * @param banner shown before authentication (SSH banner), as it is; empty: none
 * @param motd printed by the shell before anything else; empty: none; {@code ${…}} placeholders
 * @param questions asked by the shell, in their order, before the first prompt
 * @param maxShells how many shells may be open at once; 0: any number
 * @param maxShellsText printed to a shell that is one too many
 */
public record Login(
        List<User> users,
        List<String> authorizedKeys,
        List<Challenge> prompts,
        String banner,
        String motd,
        List<Question> questions,
        int maxShells,
        String maxShellsText) {
    /** VRP's words when all its vty lines are taken. */
    public static final String ALL_USED = "\nAll user interfaces are used, please try later!\n";

    /** User {@code admin} with password {@code admin}, nothing shown, nothing asked. */
    public static final Login DEFAULT =
            new Login(List.of(new User("admin", "admin")), List.of(), List.of(), "", "", List.of(), 0, ALL_USED);

    public Login {
        users = List.copyOf(users);
        authorizedKeys = List.copyOf(authorizedKeys);
        prompts = List.copyOf(prompts);
        questions = List.copyOf(questions);
        if (users.isEmpty()) {
            throw new IllegalArgumentException("at least one user is needed");
        }
    }

    /** @param answer what is accepted; {@code ${password}} is the user's password */
    public record Challenge(String text, boolean echo, String answer) {}

    public Optional<User> user(String name) {
        return users.stream().filter(u -> u.name().equals(name)).findFirst();
    }
}
