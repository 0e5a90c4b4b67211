package io.jenkins.plugins.networkshell.backup.inventory;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.credentials.CredentialItems;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.form.FormAccess;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Credentials with the hosts they are for. */
public final class HostCredentials extends AbstractDescribableImpl<HostCredentials> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String hosts;
    private final String credentialsId;
    private String enableCredentialsId;

    /**
     * @param hosts patterns, separated by commas or blanks
     * @param credentialsId for the login: a user name with password, or with a private key
     */
    @DataBoundConstructor
    public HostCredentials(String hosts, String credentialsId) {
        this.hosts = Util.fixNull(hosts).strip();
        this.credentialsId = Util.fixNull(credentialsId).strip();
    }

    public String getHosts() {
        return hosts;
    }

    List<String> patterns() {
        return patterns(hosts);
    }

    private static List<String> patterns(String text) {
        return Stream.of(Util.fixNull(text).split("[,\\s]+"))
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    public String getEnableCredentialsId() {
        return enableCredentialsId;
    }

    /** @param value holds the secret of the privileged mode; empty for none */
    @DataBoundSetter
    public void setEnableCredentialsId(String value) {
        enableCredentialsId = Util.fixEmptyAndTrim(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostCredentials row
                && hosts.equals(row.hosts)
                && credentialsId.equals(row.credentialsId)
                && Objects.equals(enableCredentialsId, row.enableCredentialsId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(hosts, credentialsId, enableCredentialsId);
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<HostCredentials> {
        @Override
        public String getDisplayName() {
            return Messages.HostCredentials_DisplayName();
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return CredentialItems.logins(item, credentialsId, "");
        }

        @POST
        public ListBoxModel doFillEnableCredentialsIdItems(
                @AncestorInPath Item item, @QueryParameter String enableCredentialsId) {
            return CredentialItems.secrets(item, enableCredentialsId, "");
        }

        @POST
        public FormValidation doCheckHosts(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            List<String> patterns = patterns(value);
            if (patterns.isEmpty()) {
                return FormValidation.error(Messages.HostCredentials_NoHosts());
            }
            try {
                CredentialRules.check(patterns);
                return FormValidation.ok();
            } catch (InventoryException e) {
                return FormValidation.error(e.getMessage());
            }
        }

        @POST
        public FormValidation doCheckCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.error(Messages.HostCredentials_NoCredentials())
                    : CredentialItems.check(item, value, "");
        }

        @POST
        public FormValidation doCheckEnableCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return CredentialItems.check(item, value, "");
        }
    }
}
