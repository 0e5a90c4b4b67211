package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;

/** Looks up the secrets that credentials refer to. Called from many threads at once. */
@FunctionalInterface
public interface Logins {
    /**
     * @throws NetworkShellException of kind {@code BAD_INPUT} if there is no such secret, or no user name
     */
    Login login(CredentialReference reference) throws NetworkShellException;
}
