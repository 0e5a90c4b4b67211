package io.jenkins.plugins.networkshell.backup.shard;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.backup.run.Login;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A credential with its secrets, copied from Jenkins' store. Prints without them.
 *
 * @param usernameSecret whether the user name is masked, too
 * @param enable for the privileged mode; null for none
 */
public record ShardLogin(String username, boolean usernameSecret, List<Credential> credentials, Secret enable)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public ShardLogin {
        credentials = List.copyOf(credentials);
    }

    Login login() {
        return new Login(username, credentials, enable);
    }

    List<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>();
        credentials.forEach(credential -> secrets.addAll(credential.secrets()));
        if (enable != null) {
            secrets.add(enable);
        }
        if (usernameSecret) {
            secrets.add(Secret.of(username));
        }
        return secrets;
    }

    @Override
    public String toString() {
        return (usernameSecret ? "a secret user" : username) + " with " + credentials;
    }
}
