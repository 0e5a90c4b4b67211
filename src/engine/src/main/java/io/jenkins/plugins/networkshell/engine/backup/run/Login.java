package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import java.util.List;

/**
 * A credential with its secrets. Prints without them.
 *
 * @param enable for the privileged mode; null for none
 */
public record Login(String username, List<Credential> credentials, Secret enable) {
    public Login {
        credentials = List.copyOf(credentials);
    }
}
