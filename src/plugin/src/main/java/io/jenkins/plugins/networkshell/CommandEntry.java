package io.jenkins.plugins.networkshell;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.config.DurationText;
import io.jenkins.plugins.networkshell.form.FormAccess;
import io.jenkins.plugins.networkshell.form.FormChecks;
import io.jenkins.plugins.networkshell.session.PlannedCommand;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** One command, or several lines that are treated alike, with what is special about it. */
public final class CommandEntry extends AbstractDescribableImpl<CommandEntry> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String command;
    private ArrayList<AnswerEntry> answers;
    private String timeout;
    private boolean expectFailure;

    @DataBoundConstructor
    public CommandEntry(String command) {
        this.command = Util.fixNull(command);
    }

    public String getCommand() {
        return command;
    }

    public List<AnswerEntry> getAnswers() {
        return answers;
    }

    /** @param value to questions that this command raises; looked at before the session's */
    @DataBoundSetter
    public void setAnswers(List<AnswerEntry> value) {
        answers = value == null || value.isEmpty() ? null : new ArrayList<>(value);
    }

    public String getTimeout() {
        return timeout;
    }

    /** @param value the longest the command may take, for instance {@code 5m}; empty for the session's limit */
    @DataBoundSetter
    public void setTimeout(String value) {
        timeout = Util.fixEmptyAndTrim(value);
    }

    public boolean isExpectFailure() {
        return expectFailure;
    }

    /** @param value whether the step goes on and succeeds although the device refuses the command */
    @DataBoundSetter
    public void setExpectFailure(boolean value) {
        expectFailure = value;
    }

    /** One for each line that is not blank. */
    List<PlannedCommand> plan(UnaryOperator<String> expand) {
        var planned = Util.fixNull(answers).stream()
                .map(entry -> entry.toAnswer(expand))
                .toList();
        Duration limit = timeout == null ? null : DurationText.parse(expand.apply(timeout));
        return expand.apply(command)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new PlannedCommand(line, planned, limit, expectFailure))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommandEntry entry
                && command.equals(entry.command)
                && Objects.equals(answers, entry.answers)
                && Objects.equals(timeout, entry.timeout)
                && expectFailure == entry.expectFailure;
    }

    @Override
    public int hashCode() {
        return Objects.hash(command, answers, timeout, expectFailure);
    }

    @Extension
    public static final class DescriptorImpl extends Descriptor<CommandEntry> {
        @Override
        public String getDisplayName() {
            return Messages.CommandEntry_DisplayName();
        }

        @POST
        public FormValidation doCheckCommand(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.error(Messages.CommandEntry_Empty())
                    : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return FormChecks.duration(value);
        }
    }
}
