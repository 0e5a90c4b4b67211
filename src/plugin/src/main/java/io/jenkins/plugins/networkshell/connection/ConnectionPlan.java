package io.jenkins.plugins.networkshell.connection;

import io.jenkins.plugins.networkshell.console.ValueMask;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.MemoryHostKeys;
import io.jenkins.plugins.networkshell.engine.target.openssh.UserKeys;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How to get a connection, made on the controller and sent to the machine where a step runs. Prints without secrets.
 *
 * @param target with credentials and host keys
 * @param hostKeys the store in {@code target} that learns new keys
 * @param masked what must not show in the log
 * @param lookForKeys where the keys in {@code ~/.ssh} of the account on that machine are tried, too
 * @param shared the id of the connection that the steps of a block share, or null for a connection of its own
 * @param sshLog the file on that machine that gets a log of the protocol, or null for none
 */
public record ConnectionPlan(
        Target target,
        MemoryHostKeys hostKeys,
        List<Secret> masked,
        LookForKeys lookForKeys,
        String shared,
        String sshLog)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Who is shown the keys of the account. */
    public enum LookForKeys {
        NOBODY,
        THE_DEVICE,
        ALSO_JUMP_HOSTS
    }

    public ConnectionPlan {
        masked = List.copyOf(masked);
    }

    public ConnectionPlan withSshLog(String file) {
        return new ConnectionPlan(target, hostKeys, masked, lookForKeys, shared, file);
    }

    public ValueMask mask() {
        return new ValueMask(masked);
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
