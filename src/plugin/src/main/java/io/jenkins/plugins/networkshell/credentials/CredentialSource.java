package io.jenkins.plugins.networkshell.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernameCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import io.jenkins.plugins.networkshell.engine.Secret;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** A source of credentials with the permissions of a build or of a form's user. */
public interface CredentialSource {
    /** @return null if there is none of that id and type, or it may not be used for this */
    @CheckForNull
    <C extends StandardCredentials> C find(String id, Class<C> type, List<DomainRequirement> requirements);

    /** Other values to mask that are not credentials. */
    default List<Secret> otherSecrets() {
        return List.of();
    }

    /** The domain requirements of a login at {@code host}, because credentials may be restricted to a domain. */
    static List<DomainRequirement> requirements(String host, int port) {
        return URIRequirementBuilder.create()
                .withScheme("ssh")
                .withHostname(host)
                .withHostnamePort(host, port)
                .build();
    }

    /** @throws AbortException if credentials are missing or unsuitable; the message names them */
    default DeviceLogin login(String id, String host, int port) throws AbortException {
        StandardUsernameCredentials found = find(id, StandardUsernameCredentials.class, requirements(host, port));
        if (found == null) {
            throw new AbortException(Messages.CredentialSource_NotFound(id, host));
        }
        return DeviceLogin.of(found);
    }

    /** The secret for the privileged mode: a secret text, or the password of a user. */
    default Secret secret(String id, String host, int port) throws AbortException {
        StandardCredentials found = find(id, StandardCredentials.class, requirements(host, port));
        if (found instanceof StringCredentials text) {
            return Secret.of(text.getSecret().getPlainText());
        }
        if (found instanceof StandardUsernamePasswordCredentials login) {
            return Secret.of(login.getPassword().getPlainText());
        }
        throw new AbortException(
                found == null ? Messages.CredentialSource_NotFound(id, host) : Messages.CredentialSource_NoSecret(id));
    }
}
