package io.jenkins.plugins.networkshell.step;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.credentials.CredentialItems;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.form.FormAccess;
import io.jenkins.plugins.networkshell.form.FormChecks;
import io.jenkins.plugins.networkshell.parameter.ParameterText;
import java.io.Serializable;
import java.util.Objects;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** An answer to a question during the login (RFC 4256): a second password, or a one-time code. */
public final class LoginAnswerEntry extends AbstractDescribableImpl<LoginAnswerEntry> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String prompt;
    private String credentialsId;
    /** Encrypted: a block of a pipeline is stored with its build. */
    private String answer;

    /** @param prompt RE2 pattern, found in the question */
    @DataBoundConstructor
    public LoginAnswerEntry(String prompt) {
        this.prompt = Util.fixNull(prompt);
    }

    public String getPrompt() {
        return prompt;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    /** @param value a secret text that holds the answer */
    @DataBoundSetter
    public void setCredentialsId(String value) {
        credentialsId = Util.fixEmptyAndTrim(value);
    }

    public hudson.util.Secret getAnswer() {
        return answer == null ? null : hudson.util.Secret.fromString(answer);
    }

    /** @param value the answer itself, for instance a one-time code that was entered by a person */
    @DataBoundSetter
    public void setAnswer(hudson.util.Secret value) {
        answer = value == null || value.getPlainText().isEmpty() ? null : value.getEncryptedValue();
    }

    /**
     * The answer if it is not in a credential.
     *
     * @throws AbortException if there is none
     */
    public Secret written(ParameterText text) throws AbortException {
        if (answer == null) {
            throw new AbortException(Messages.LoginAnswerEntry_Empty(prompt));
        }
        return Secret.of(text.whole(getAnswer().getPlainText()));
    }

    /** @throws IllegalArgumentException if the pattern is invalid, in one sentence */
    public Credential.PromptAnswer toAnswer(Secret secret) {
        if (prompt.isEmpty()) {
            throw new IllegalArgumentException(io.jenkins.plugins.networkshell.form.Messages.AnswerEntry_Empty());
        }
        try {
            Pattern.compile(prompt);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    io.jenkins.plugins.networkshell.form.Messages.AnswerEntry_Pattern(prompt, e.getDescription()), e);
        }
        return new Credential.PromptAnswer(prompt, secret);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoginAnswerEntry entry
                && prompt.equals(entry.prompt)
                && Objects.equals(credentialsId, entry.credentialsId)
                && Objects.equals(getAnswer(), entry.getAnswer());
    }

    @Override
    public int hashCode() {
        return Objects.hash(prompt, credentialsId);
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<LoginAnswerEntry> {
        @Override
        public String getDisplayName() {
            return Messages.LoginAnswerEntry_DisplayName();
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return CredentialItems.secrets(item, credentialsId, "");
        }

        @POST
        public FormValidation doCheckCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return CredentialItems.check(item, value, "");
        }

        @POST
        public FormValidation doCheckPrompt(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return FormChecks.pattern(value);
        }
    }
}
