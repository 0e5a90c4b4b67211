package io.jenkins.plugins.networkshell;

import com.google.re2j.PatternSyntaxException;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.engine.shell.Answer;
import io.jenkins.plugins.networkshell.form.FormAccess;
import io.jenkins.plugins.networkshell.form.FormChecks;
import java.io.Serializable;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What to type when the device asks something. */
public final class AnswerEntry extends AbstractDescribableImpl<AnswerEntry> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String question;
    private final String answer;

    /**
     * @param question RE2 pattern, found in the line that the device waits behind
     * @param answer text to type; Enter follows
     */
    @DataBoundConstructor
    public AnswerEntry(String question, String answer) {
        this.question = Util.fixNull(question);
        this.answer = Util.fixNull(answer);
    }

    public String getQuestion() {
        return question;
    }

    public String getAnswer() {
        return answer;
    }

    /** @throws IllegalArgumentException when the pattern is none, in one sentence */
    Answer toAnswer(UnaryOperator<String> expand) {
        try {
            return Answer.of(question, expand.apply(answer));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    io.jenkins.plugins.networkshell.form.Messages.AnswerEntry_Pattern(question, e.getDescription()), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnswerEntry entry && question.equals(entry.question) && answer.equals(entry.answer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(question, answer);
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
    }
}
