package io.jenkins.plugins.networkshell.credentials;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernameCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Drop-downs of credentials, and checks of the chosen value. */
public final class CredentialItems {
    private static final CredentialsMatcher LOGINS = CredentialsMatchers.anyOf(
            CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class),
            CredentialsMatchers.instanceOf(SSHUserPrivateKey.class));
    private static final CredentialsMatcher SECRETS = CredentialsMatchers.anyOf(
            CredentialsMatchers.instanceOf(StringCredentials.class),
            CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class));

    private CredentialItems() {}

    /** Credentials for logins. */
    public static ListBoxModel logins(@CheckForNull Item item, String current, String host) {
        return items(item, current, host, StandardUsernameCredentials.class, LOGINS);
    }

    /** Credentials with a secret for the privileged mode. */
    public static ListBoxModel secrets(@CheckForNull Item item, String current, String host) {
        return items(item, current, host, StandardCredentials.class, SECRETS);
    }

    /** Credentials with a user name and a password. */
    public static ListBoxModel passwords(@CheckForNull Item item, String current, String host) {
        return items(item, current, host, StandardUsernamePasswordCredentials.class, CredentialsMatchers.always());
    }

    private static <C extends StandardCredentials> ListBoxModel items(
            Item item, String current, String host, Class<C> type, CredentialsMatcher matcher) {
        StandardListBoxModel items = new StandardListBoxModel();
        if (!mayList(item)) {
            return items.includeCurrentValue(Util.fixNull(current));
        }
        items.includeEmptyValue();
        List<DomainRequirement> requirements = requirements(host);
        if (item == null) {
            items.includeMatchingAs(ACL.SYSTEM2, Jenkins.get(), type, requirements, matcher);
        } else {
            items.includeMatchingAs(ItemCredentials.authentication(item), item, type, requirements, matcher);
        }
        return items.includeCurrentValue(Util.fixNull(current));
    }

    /** Checks whether the chosen or typed id exists; reveals nothing to users who may not see credentials. */
    public static FormValidation check(@CheckForNull Item item, String id, String host) {
        String wanted = Util.fixEmptyAndTrim(id);
        if (wanted == null || !mayList(item) || wanted.startsWith("$")) {
            return FormValidation.ok();
        }
        StandardCredentials found =
                new ItemCredentials(item).find(wanted, StandardCredentials.class, requirements(host));
        return found == null ? FormValidation.error(Messages.CredentialItems_NotFound(wanted)) : FormValidation.ok();
    }

    /** While a form is being filled in, host and port are not known reliably. */
    private static List<DomainRequirement> requirements(String host) {
        URIRequirementBuilder builder = URIRequirementBuilder.create().withScheme("ssh");
        return (Util.fixEmptyAndTrim(host) == null ? builder : builder.withHostname(host.strip())).build();
    }

    private static boolean mayList(Item item) {
        return item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
    }
}
