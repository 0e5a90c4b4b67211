package io.jenkins.plugins.networkshell.simulator.scene;

import java.util.List;
import java.util.Optional;

/**
 * Users, and everything that a device shows before its first prompt. Immutable.
 *
 * @param users the first is the default user
 * @param authorizedKeys public keys in the form of OpenSSH's {@code authorized_keys}, valid for every user
 * @param prompts of keyboard-interactive; empty: one hidden {@code Password: }
 * @param banner shown before authentication (SSH banner), without placeholders; empty: none
 * @param motd printed by the shell before anything else; empty: none; {@code ${…}} placeholders
 * @param questions that the shell asks, in order, before the first prompt
 * @param maxShells maximum number of open shells; 0: any number
 * @param maxShellsText printed to a shell above the limit
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
    /** VRP's message if all its vty lines are in use. */
    public static final String ALL_USED = "\nAll user interfaces are used, please try later!\n";

    /** User {@code admin} with password {@code admin}, without banner, message or questions. */
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

    /** @param answer the accepted answer; {@code ${password}} is the user's password */
    public record Challenge(String text, boolean echo, String answer) {}

    public Optional<User> user(String name) {
        return users.stream().filter(u -> u.name().equals(name)).findFirst();
    }
}
