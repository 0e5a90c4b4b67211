package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Suspends a wrong credential before accounts are locked. Counts per scope, which is a group or a login server.
 *
 * <p>Until a device of the scope accepts the credential, at most three devices use it at a time, and three rejections
 * suspend it. After an acceptance it is known to be valid, and a rejection points to a problem of the device. Ten
 * rejections in a row still suspend it, because the account may have been locked or changed in the meantime.
 *
 * <p>For one thread at a time.
 */
final class CredentialGuard {
    static final int REJECTIONS_OF_UNPROVEN = 3;
    static final int REJECTIONS_OF_PROVEN = 10;
    private static final String UNGROUPED = "devices without a group";

    private final Map<Scope, Standing> standings = new HashMap<>();

    /**
     * The scope in which rejections are counted.
     *
     * @param name for people: {@code group branch}
     */
    record Scope(CredentialReference credential, String name) {}

    private static final class Standing {
        private boolean proven;
        private boolean suspended;
        private int rejections;
        private int inFlight;

        boolean hasRoom() {
            return proven || inFlight + rejections < REJECTIONS_OF_UNPROVEN;
        }
    }

    /** The scopes of a device; none for one without a credential. */
    static List<Scope> scopes(Device device) {
        if (device.credential().isEmpty()) {
            return List.of();
        }
        CredentialReference credential = device.credential().get();
        List<Scope> scopes = new ArrayList<>();
        device.groups().forEach(group -> scopes.add(new Scope(credential, "group " + group)));
        device.loginServer().ifPresent(server -> scopes.add(new Scope(credential, "login server " + server)));
        return scopes.isEmpty() ? List.of(new Scope(credential, UNGROUPED)) : List.copyOf(scopes);
    }

    private Standing standing(Scope scope) {
        return standings.computeIfAbsent(scope, key -> new Standing());
    }

    /** The scope in which the credential is suspended, if any. */
    Optional<Scope> suspended(List<Scope> scopes) {
        return scopes.stream().filter(scope -> standing(scope).suspended).findFirst();
    }

    boolean mayStart(List<Scope> scopes) {
        return scopes.stream().allMatch(scope -> standing(scope).hasRoom());
    }

    void started(List<Scope> scopes) {
        scopes.forEach(scope -> standing(scope).inFlight++);
    }

    void ended(List<Scope> scopes) {
        scopes.forEach(scope -> standing(scope).inFlight--);
    }

    void accepted(List<Scope> scopes) {
        for (Scope scope : scopes) {
            Standing standing = standing(scope);
            standing.proven = true;
            standing.rejections = 0;
        }
    }

    /** @return the scopes in which this suspends the credential */
    List<Scope> rejected(List<Scope> scopes) {
        List<Scope> suspended = new ArrayList<>();
        for (Scope scope : scopes) {
            Standing standing = standing(scope);
            standing.rejections++;
            int most = standing.proven ? REJECTIONS_OF_PROVEN : REJECTIONS_OF_UNPROVEN;
            if (standing.rejections >= most && !standing.suspended) {
                standing.suspended = true;
                suspended.add(scope);
            }
        }
        return suspended;
    }
}
