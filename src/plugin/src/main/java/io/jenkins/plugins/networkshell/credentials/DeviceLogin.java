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
 * A user and the user's secrets, copied from Jenkins' store, so that it no longer needs the controller. Prints without
 * secrets.
 *
 * @param usernameSecret whether the credentials treat the user name as secret
 * @param password the password, if the credentials have one, or null
 */
public record DeviceLogin(String username, boolean usernameSecret, List<Credential> credentials, Secret password)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public DeviceLogin {
        credentials = List.copyOf(credentials);
    }

    /** A user name without credentials. */
    public static DeviceLogin none() {
        return new DeviceLogin(null, false, List.of(), null);
    }

    /** The user name, if it must be masked. */
    public List<Secret> hidden() {
        return usernameSecret ? List.of(Secret.of(username)) : List.of();
    }

    /** @throws AbortException if devices do not support credentials of this kind */
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
