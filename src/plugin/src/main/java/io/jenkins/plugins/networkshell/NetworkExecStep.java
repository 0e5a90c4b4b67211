package io.jenkins.plugins.networkshell;

import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.credentials.CredentialItems;
import io.jenkins.plugins.networkshell.form.FormAccess;
import io.jenkins.plugins.networkshell.run.DeviceStepExecution;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code networkExec}: runs one command on an exec channel, without a shell's prompt. */
public final class NetworkExecStep extends DeviceStep {
    private static final long serialVersionUID = 1L;

    private String command;
    private boolean pty;
    private ArrayList<VariableEntry> environment;
    private String stdin;
    private String timeout;
    private String sudoCredentialsId;
    private String encoding;

    /** @param host name or address of the device */
    @DataBoundConstructor
    public NetworkExecStep(String host) {
        super(host);
    }

    public String getCommand() {
        return command;
    }

    /** @param value the command, as the account's login shell reads it */
    @DataBoundSetter
    public void setCommand(String value) {
        command = Util.fixEmptyAndTrim(value);
    }

    public boolean isPty() {
        return pty;
    }

    /** @param value whether the command gets a terminal; standard error then joins the output */
    @DataBoundSetter
    public void setPty(boolean value) {
        pty = value;
    }

    public List<VariableEntry> getEnvironment() {
        return environment;
    }

    /** @param value variables to offer; servers accept only those that they are configured for */
    @DataBoundSetter
    public void setEnvironment(List<VariableEntry> value) {
        environment = value == null || value.isEmpty() ? null : new ArrayList<>(value);
    }

    public String getStdin() {
        return stdin;
    }

    /** @param value the standard input of the command; empty for none */
    @DataBoundSetter
    public void setStdin(String value) {
        stdin = Util.fixEmpty(value);
    }

    public String getTimeout() {
        return timeout;
    }

    /** @param value the time limit of the command, for instance {@code 5m}; empty for the global configuration */
    @DataBoundSetter
    public void setTimeout(String value) {
        timeout = Util.fixEmptyAndTrim(value);
    }

    public String getSudoCredentialsId() {
        return sudoCredentialsId;
    }

    /** @param value a secret text that is sent when sudo asks for a password */
    @DataBoundSetter
    public void setSudoCredentialsId(String value) {
        sudoCredentialsId = Util.fixEmptyAndTrim(value);
    }

    @Override
    public String privilegeCredentialsId() {
        return sudoCredentialsId;
    }

    public String getEncoding() {
        return encoding;
    }

    /** @param value the character set of input and output; empty for UTF-8 */
    @DataBoundSetter
    public void setEncoding(String value) {
        encoding = Util.fixEmptyAndTrim(value);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new DeviceStepExecution(new ExecWork(this), context);
    }

    @Override
    String unnamedInBlock() {
        return "command";
    }

    @Extension
    public static final class DescriptorImpl extends ConnectionStepDescriptor {
        @Override
        public String getFunctionName() {
            return "networkExec";
        }

        @Override
        public String getDisplayName() {
            return Messages.NetworkExecStep_DisplayName();
        }

        /** Commands may be silent for any time, unless the step sets a limit. */
        @Override
        public String defaultLimit(String parameter) {
            return parameter.equals("silenceTimeout") ? "" : super.defaultLimit(parameter);
        }

        @POST
        public ListBoxModel doFillSudoCredentialsIdItems(
                @AncestorInPath Item item, @QueryParameter String sudoCredentialsId, @QueryParameter String host) {
            return CredentialItems.secrets(item, sudoCredentialsId, host);
        }

        @POST
        public FormValidation doCheckSudoCredentialsId(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String host) {
            FormAccess.checkConfigure(item);
            return CredentialItems.check(item, value, host);
        }

        @POST
        public FormValidation doCheckCommand(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.error(Messages.ExecWork_NoCommand())
                    : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
            return duration(item, value);
        }
    }
}
