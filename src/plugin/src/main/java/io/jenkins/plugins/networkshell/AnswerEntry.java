package io.jenkins.plugins.networkshell;

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
import io.jenkins.plugins.networkshell.engine.shell.Answer;
import io.jenkins.plugins.networkshell.form.FormAccess;
import io.jenkins.plugins.networkshell.form.FormChecks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What to type when the device asks something. */
public final class AnswerEntry extends AbstractDescribableImpl<AnswerEntry> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String question;
    private final String answer;
    private String credentialsId;
    /** Encrypted; used instead of {@link #answer}. */
    private final String secret;

    /**
     * @param question RE2 pattern, found in the unfinished line at which the device waits
     * @param answer text to type, followed by Enter
     */
    @DataBoundConstructor
    public AnswerEntry(String question, String answer) {
        this(question, answer, null);
    }

    /** @param secret what to type, for instance a one-time code that was entered by a person */
    AnswerEntry(String question, hudson.util.Secret secret) {
        this(question, "", secret.getEncryptedValue());
    }

    private AnswerEntry(String question, String answer, String secret) {
        this.question = Util.fixNull(question);
        this.answer = Util.fixNull(answer);
        this.secret = secret;
    }

    public String getQuestion() {
        return question;
    }

    public String getAnswer() {
        return answer;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    /**
     * @param value a secret text that holds the answer, or a user name with password, of which the password is typed
     */
    @DataBoundSetter
    public void setCredentialsId(String value) {
        credentialsId = Util.fixEmptyAndTrim(value);
    }

    /** The available secrets. */
    interface SecretSource {
        /** @throws AbortException if the credentials do not exist */
        Secret secret(String credentialsId) throws AbortException;
    }

    /**
     * @param entries null for none
     * @throws IllegalArgumentException if a pattern is invalid, in one sentence
     */
    static List<Answer> answers(List<AnswerEntry> entries, UnaryOperator<String> expand, SecretSource secrets)
            throws AbortException {
        List<Answer> answers = new ArrayList<>();
        for (AnswerEntry entry : Util.fixNull(entries)) {
            answers.add(entry.toAnswer(expand, secrets));
        }
        return answers;
    }

    private Answer toAnswer(UnaryOperator<String> expand, SecretSource secrets) throws AbortException {
        try {
            if (credentialsId != null) {
                return Answer.confidential(Pattern.compile(question), secrets.secret(credentialsId));
            }
            return secret == null
                    ? Answer.of(question, expand.apply(answer))
                    : Answer.confidential(
                            Pattern.compile(question),
                            Secret.of(hudson.util.Secret.fromString(secret).getPlainText()));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    io.jenkins.plugins.networkshell.form.Messages.AnswerEntry_Pattern(question, e.getDescription()), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnswerEntry entry
                && question.equals(entry.question)
                && answer.equals(entry.answer)
                && Objects.equals(credentialsId, entry.credentialsId)
                && Objects.equals(secret, entry.secret);
    }

    @Override
    public int hashCode() {
        return Objects.hash(question, answer, credentialsId, secret);
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<AnswerEntry> {
        @Override
        public String getDisplayName() {
            return Messages.AnswerEntry_DisplayName();
        }

        @POST
        public FormValidation doCheckQuestion(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return FormChecks.pattern(value);
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return CredentialItems.secrets(item, credentialsId, "");
        }

        /** The reader must not have to guess which of the two would be typed. */
        @POST
        public FormValidation doCheckCredentialsId(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String answer) {
            FormAccess.checkConfigure(item);
            return Util.fixEmptyAndTrim(value) != null && !Util.fixNull(answer).isEmpty()
                    ? FormValidation.error(Messages.AnswerEntry_Both())
                    : CredentialItems.check(item, value, "");
        }
    }
}
