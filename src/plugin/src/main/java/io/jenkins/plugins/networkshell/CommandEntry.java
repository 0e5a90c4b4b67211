package io.jenkins.plugins.networkshell;

import hudson.AbortException;
import hudson.Extension;
import hudson.RelativePath;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.config.DurationText;
import io.jenkins.plugins.networkshell.form.CommandSheet;
import io.jenkins.plugins.networkshell.form.FormAccess;
import io.jenkins.plugins.networkshell.form.FormChecks;
import io.jenkins.plugins.networkshell.form.FormChoices;
import io.jenkins.plugins.networkshell.parameter.CommandText;
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

/** One command, or several with the same options. */
public final class CommandEntry extends AbstractDescribableImpl<CommandEntry> implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String DISCONNECT = "disconnect";

    private final String command;
    private ArrayList<AnswerEntry> answers;
    private String timeout;
    private boolean expectFailure;
    private String expect;

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

    /** @param value answers to questions that this command raises; they take precedence over the session's */
    @DataBoundSetter
    public void setAnswers(List<AnswerEntry> value) {
        answers = value == null || value.isEmpty() ? null : new ArrayList<>(value);
    }

    public String getTimeout() {
        return timeout;
    }

    /** @param value the time limit of the command, for instance {@code 5m}; empty for the session's limit */
    @DataBoundSetter
    public void setTimeout(String value) {
        timeout = Util.fixEmptyAndTrim(value);
    }

    public boolean isExpectFailure() {
        return expectFailure;
    }

    /** @param value whether the step continues and succeeds although the device refuses the command */
    @DataBoundSetter
    public void setExpectFailure(boolean value) {
        expectFailure = value;
    }

    public String getExpect() {
        return expect;
    }

    /** @param value {@code disconnect} if the device is meant to end the session; empty for its prompt */
    @DataBoundSetter
    public void setExpect(String value) {
        expect = Util.fixEmptyAndTrim(value);
    }

    /** For the form. */
    static CommandSheet<CommandEntry> sheet(List<CommandEntry> entries) {
        List<CommandSheet.Command<CommandEntry>> commands = new ArrayList<>();
        for (CommandEntry entry : entries) {
            CommandEntry options = entry.with("");
            entry.commandsInText().forEach(text -> commands.add(new CommandSheet.Command<>(text, options)));
        }
        return CommandSheet.of(commands, new CommandEntry(""));
    }

    /** @throws IllegalArgumentException if a value is invalid, in one sentence */
    static List<CommandEntry> entries(String text, List<CommandSheet.Row<CommandEntry>> rows) {
        return new CommandSheet<>(text, rows, new CommandEntry(""))
                .commands().stream()
                        .map(command -> command.options().with(CommandText.of(List.of(command.text()))))
                        .toList();
    }

    private List<String> commandsInText() {
        try {
            return CommandText.commands(command);
        } catch (IllegalArgumentException e) {
            return List.of(command); // unchanged: the form reports what is wrong with it
        }
    }

    /** The same options for another command. */
    private CommandEntry with(String otherCommand) {
        CommandEntry other = new CommandEntry(otherCommand);
        other.answers = answers;
        other.timeout = timeout;
        other.expectFailure = expectFailure;
        other.expect = expect;
        return other;
    }

    /**
     * One entry for each command in the text.
     *
     * @throws IllegalArgumentException if a value is invalid, in one sentence
     * @throws AbortException if the credentials do not exist
     */
    List<PlannedCommand> plan(UnaryOperator<String> expand, AnswerEntry.SecretSource secrets) throws AbortException {
        if (expect != null && !expect.equals(DISCONNECT)) {
            throw new IllegalArgumentException(Messages.CommandEntry_Expect(expect));
        }
        var planned = AnswerEntry.answers(answers, expand, secrets);
        Duration limit = timeout == null ? null : DurationText.parse(expand.apply(timeout));
        return CommandText.commands(expand.apply(command)).stream()
                .map(text -> new PlannedCommand(text, planned, limit, expectFailure, expect != null))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommandEntry entry
                && command.equals(entry.command)
                && Objects.equals(answers, entry.answers)
                && Objects.equals(timeout, entry.timeout)
                && expectFailure == entry.expectFailure
                && Objects.equals(expect, entry.expect);
    }

    @Override
    public int hashCode() {
        return Objects.hash(command, answers, timeout, expectFailure, expect);
    }

    /** The rows of options in the form. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<CommandEntry> {
        @Override
        public String getDisplayName() {
            return Messages.CommandEntry_DisplayName();
        }

        /** @param commandText of the enclosing step */
        @POST
        public ComboBoxModel doFillLineItems(
                @AncestorInPath Item item, @RelativePath("..") @QueryParameter String commandText) {
            return FormChoices.commandLines(item, commandText);
        }

        @POST
        public FormValidation doCheckLine(
                @AncestorInPath Item item,
                @QueryParameter String value,
                @RelativePath("..") @QueryParameter String commandText) {
            FormAccess.checkConfigure(item);
            return FormChecks.commandLine(commandText, value, "");
        }

        /** Reports an unknown line at the field that contains it. */
        @POST
        public FormValidation doCheckNumber(
                @AncestorInPath Item item,
                @QueryParameter String value,
                @QueryParameter String line,
                @RelativePath("..") @QueryParameter String commandText) {
            FormAccess.checkConfigure(item);
            FormValidation ofLine = FormChecks.commandLine(commandText, line, "");
            return ofLine.kind == FormValidation.Kind.OK
                    ? FormChecks.commandLine(commandText, line, value)
                    : FormValidation.ok();
        }

        @POST
        public ListBoxModel doFillExpectItems(@AncestorInPath Item item, @QueryParameter String expect) {
            return FormChoices.of(
                    item,
                    expect,
                    Messages.CommandEntry_ExpectPrompt(),
                    new ListBoxModel.Option(Messages.CommandEntry_ExpectDisconnect(), DISCONNECT));
        }

        @POST
        public FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return FormChecks.duration(value);
        }
    }
}
