package io.jenkins.plugins.networkshell.connection;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.MemoryHostKeys;
import io.jenkins.plugins.networkshell.engine.target.openssh.UserKeys;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How to get a connection, made on the controller and sent to the machine where a step runs. Prints without secrets.
 *
 * @param target with credentials and host keys
 * @param hostKeys the store in {@code target} that learns new keys
 * @param privilege the secret for more rights once logged in, that of enable or of sudo; null for none
 * @param hidden what must not show in the log besides the secrets in {@code target}: user names that are secret, and
 *     values of the build that are
 * @param lookForKeys where the keys in {@code ~/.ssh} of the account on that machine are tried, too
 * @param shared the id of the connection that the steps of a block share, or null for a connection of its own
 * @param sshLog the file on that machine that gets a log of the protocol, or null for none
 * @param busy what is done when the device has no room for one more session
 */
public record ConnectionPlan(
        Target target,
        MemoryHostKeys hostKeys,
        Secret privilege,
        List<Secret> hidden,
        LookForKeys lookForKeys,
        String shared,
        String sshLog,
        BusyRetries busy)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Who is shown the keys of the account. */
    public enum LookForKeys {
        NOBODY,
        THE_DEVICE,
        ALSO_JUMP_HOSTS
    }

    public ConnectionPlan {
        hidden = List.copyOf(hidden);
    }

    /** One without more rights and without second attempts. */
    public ConnectionPlan(
            Target target,
            MemoryHostKeys hostKeys,
            List<Secret> hidden,
            LookForKeys lookForKeys,
            String shared,
            String sshLog) {
        this(target, hostKeys, null, hidden, lookForKeys, shared, sshLog, BusyRetries.NONE);
    }

    public ConnectionPlan withSshLog(String file) {
        return new ConnectionPlan(target, hostKeys, privilege, hidden, lookForKeys, shared, file, busy);
    }

    /** All secrets on the way to the device and of more rights there, each once. */
    public List<Secret> secrets() {
        Set<Secret> secrets = new LinkedHashSet<>(target.secrets());
        if (privilege != null) {
            secrets.add(privilege);
        }
        secrets.addAll(hidden);
        return List.copyOf(secrets);
    }

    /** The password of the login at the device; empty if it has none. */
    public Optional<Secret> password() {
        return target.credentials().stream()
                .filter(Credential.Password.class::isInstance)
                .map(credential -> ((Credential.Password) credential).password())
                .findFirst();
    }

    /** The target with all that only this machine knows. A password comes last, as in OpenSSH's client. */
    Target targetHere() {
        if (lookForKeys == LookForKeys.NOBODY) {
            return target;
        }
        Target.Builder here = withKeysOfTheAccount(target);
        if (lookForKeys == LookForKeys.ALSO_JUMP_HOSTS) {
            here.jumps(target.jumps().stream()
                    .map(jump -> withKeysOfTheAccount(jump).build())
                    .toList());
        }
        return here.build();
    }

    private static Target.Builder withKeysOfTheAccount(Target target) {
        List<Credential> credentials = new ArrayList<>(target.credentials());
        int first = 0;
        while (first < credentials.size() && isBeforeKeysOfTheAccount(credentials.get(first))) {
            first++;
        }
        credentials.addAll(first, UserKeys.ofUser(null));
        return target.toBuilder().credentials(credentials);
    }

    private static boolean isBeforeKeysOfTheAccount(Credential credential) {
        return credential instanceof Credential.None
                || credential instanceof Credential.PrivateKey
                || credential instanceof Credential.Agent;
    }
}
