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
 * @param password the password where that is what the credentials are, or null
 * @param secrets what must not show in the log
 */
public record DeviceLogin(String username, List<Credential> credentials, Secret password, List<Secret> secrets)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public DeviceLogin {
        credentials = List.copyOf(credentials);
        secrets = List.copyOf(secrets);
    }

    /** @throws AbortException when they are of a kind that no device takes */
    public static DeviceLogin of(StandardUsernameCredentials stored) throws AbortException {
        if (stored instanceof StandardUsernamePasswordCredentials login) {
            Secret password = Secret.of(login.getPassword().getPlainText());
            return new DeviceLogin(
                    login.getUsername(),
                    List.of(new Credential.Password(password)),
                    password,
                    secrets(login, password));
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
        return new DeviceLogin(key.getUsername(), credentials, null, secrets(key, passphrase));
    }

    /** Whoever stored the credentials may have wanted the user name to stay secret, too. */
    private static List<Secret> secrets(StandardUsernameCredentials stored, Secret secret) {
        List<Secret> secrets = new ArrayList<>();
        if (secret != null) {
            secrets.add(secret);
        }
        if (stored.isUsernameSecret()) {
            secrets.add(Secret.of(stored.getUsername()));
        }
        return secrets;
    }
}
