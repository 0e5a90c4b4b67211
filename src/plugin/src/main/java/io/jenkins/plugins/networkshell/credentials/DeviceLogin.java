package io.jenkins.plugins.networkshell.credentials;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.common.StandardUsernameCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A user and the proofs of being that user, copied out of Jenkins' store: nothing in it needs the controller any more.
 * Prints without secrets.
 *
 * @param usernameSecret whether whoever stored the credentials wants the user name to stay secret, too
 * @param password the password where that is what the credentials are, or null
 */
public record DeviceLogin(String username, boolean usernameSecret, List<Credential> credentials, Secret password)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public DeviceLogin {
        credentials = List.copyOf(credentials);
    }

    /** The user finds other ways to log in. */
    public static DeviceLogin none() {
        return new DeviceLogin(null, false, List.of(), null);
    }

    /** What must not show in the log although it proves nothing. */
    public List<Secret> hidden() {
        return usernameSecret ? List.of(Secret.of(username)) : List.of();
    }

    /** @throws AbortException when they are of a kind that no device takes */
    public static DeviceLogin of(StandardUsernameCredentials stored) throws AbortException {
        if (stored instanceof StandardUsernamePasswordCredentials login) {
            Secret password = Secret.of(login.getPassword().getPlainText());
            return new DeviceLogin(
                    login.getUsername(),
                    login.isUsernameSecret(),
                    List.of(new Credential.Password(password)),
                    password);
        }
        if (stored instanceof SSHUserPrivateKey key) {
            return of(key);
        }
        throw new AbortException(Messages.DeviceLogin_Kind(stored.getId()));
    }

    private static DeviceLogin of(SSHUserPrivateKey key) {
        hudson.util.Secret stored = key.getPassphrase();
        Secret passphrase = stored == null || stored.getPlainText().isEmpty() ? null : Secret.of(stored.getPlainText());
        List<Credential> credentials = new ArrayList<>();
        for (String text : key.getPrivateKeys()) {
            credentials.add(Credential.PrivateKey.text(key.getId(), Secret.of(text), passphrase));
        }
        return new DeviceLogin(key.getUsername(), key.isUsernameSecret(), credentials, null);
    }
}
