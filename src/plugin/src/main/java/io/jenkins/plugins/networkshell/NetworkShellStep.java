package io.jenkins.plugins.networkshell;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.artifact.SessionFile;
import io.jenkins.plugins.networkshell.credentials.CredentialItems;
import io.jenkins.plugins.networkshell.form.CommandSheet;
import io.jenkins.plugins.networkshell.form.FormAccess;
import io.jenkins.plugins.networkshell.form.FormChecks;
import io.jenkins.plugins.networkshell.form.FormChoices;
import io.jenkins.plugins.networkshell.run.DeviceStepExecution;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code networkShell}: types commands into the shell of a network device. Holds the user's parameters; the build step
 * of freestyle jobs holds one of these.
 */
public final class NetworkShellStep extends DeviceStep {
    private static final long serialVersionUID = 1L;
    static final String FUNCTION = "networkShell";

    private ArrayList<CommandEntry> commands;
    private String platform;
    private ArrayList<AnswerEntry> answers;
    private String enableCredentialsId;
    private String mode;
    private String commandTimeout;
    private String encoding;
    private String archive;
    private String record;
    private String recordScene;

    /** @param host name or address of the device */
    @DataBoundConstructor
    public NetworkShellStep(String host) {
        super(host);
    }

    public List<CommandEntry> getCommands() {
        return commands;
    }

    /** @param value what to type */
    @DataBoundSetter
    public void setCommands(List<CommandEntry> value) {
        commands = value == null || value.isEmpty() ? null : new ArrayList<>(value);
    }

    /** For the form: all commands in one text. */
    public String getCommandText() {
        return CommandEntry.sheet(Util.fixNull(commands)).text();
    }

    /** For the form: the options of individual commands. */
    public List<CommandSheet.Row<CommandEntry>> getCommandOptions() {
        return CommandEntry.sheet(Util.fixNull(commands)).rows();
    }

    public String getPlatform() {
        return platform;
    }

    /** @param value for instance {@code huawei_vrp}; empty or {@code auto} to recognise it */
    @DataBoundSetter
    public void setPlatform(String value) {
        platform = "auto".equals(value) ? null : Util.fixEmptyAndTrim(value);
    }

    public List<AnswerEntry> getAnswers() {
        return answers;
    }

    /** @param value answers to questions at any time in the session */
    @DataBoundSetter
    public void setAnswers(List<AnswerEntry> value) {
        answers = value == null || value.isEmpty() ? null : new ArrayList<>(value);
    }

    public String getEnableCredentialsId() {
        return enableCredentialsId;
    }

    /** @param value a secret text: the secret for the privileged mode */
    @DataBoundSetter
    public void setEnableCredentialsId(String value) {
        enableCredentialsId = Util.fixEmptyAndTrim(value);
    }

    @Override
    public String privilegeCredentialsId() {
        return enableCredentialsId;
    }

    public String getMode() {
        return mode;
    }

    /** @param value the mode to enter after login, for instance {@code privileged} or {@code configuration} */
    @DataBoundSetter
    public void setMode(String value) {
        mode = Util.fixEmptyAndTrim(value);
    }

    public String getCommandTimeout() {
        return commandTimeout;
    }

    /** @param value the time limit of a single command */
    @DataBoundSetter
    public void setCommandTimeout(String value) {
        commandTimeout = Util.fixEmptyAndTrim(value);
    }

    public String getEncoding() {
        return encoding;
    }

    /** @param value the device's character set; empty for the platform's */
    @DataBoundSetter
    public void setEncoding(String value) {
        encoding = Util.fixEmptyAndTrim(value);
    }

    public String getArchive() {
        return archive;
    }

    /** @param value {@code true}, {@code false} or the path of the artifact; empty for {@code configs/<host>.cfg} */
    @DataBoundSetter
    public void setArchive(String value) {
        archive = "true".equals(value) ? null : Util.fixEmptyAndTrim(value);
    }

    public String getRecord() {
        return record;
    }

    /** @param value {@code true}, or the path of the artifact that gets a recording of the session */
    @DataBoundSetter
    public void setRecord(String value) {
        record = "false".equals(value) ? null : Util.fixEmptyAndTrim(value);
    }

    public String getRecordScene() {
        return recordScene;
    }

    /** @param value {@code true}, or the path of the artifact that gets the session as a scene of the simulator */
    @DataBoundSetter
    public void setRecordScene(String value) {
        recordScene = "false".equals(value) ? null : Util.fixEmptyAndTrim(value);
    }

    /** What the user wrote for each file; null for a file that is not requested. */
    Map<SessionFile, String> sessionFiles() {
        Map<SessionFile, String> files = new EnumMap<>(SessionFile.class);
        files.put(SessionFile.RECORDING, record);
        files.put(SessionFile.SCENE, recordScene);
        return files;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new DeviceStepExecution(new ShellWork(this), context);
    }

    @Override
    String unnamedInBlock() {
        return "commands";
    }

    /** What Pipeline needs from a step; the form's methods are inherited. */
    @Extension
    public static final class DescriptorImpl extends ConnectionStepDescriptor {
        private static final String COMMAND_TEXT = "commandText";
        private static final String COMMAND_OPTIONS = "commandOptions";

        @Override
        public String getFunctionName() {
            return FUNCTION;
        }

        @Override
        public String getDisplayName() {
            return Messages.NetworkShellStep_DisplayName();
        }

        /** The form has the commands as one text, with rows of options that refer to them by name. */
        @Override
        public Step newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            if (!form.has(COMMAND_TEXT)) {
                return super.newInstance(request, form);
            }
            String text = form.getString(COMMAND_TEXT);
            // An enclosing describable would continue without commands after an exception; it does not after this one.
            form.put("commands", text);
            List<CommandEntry> commands = CommandEntry.entries(text, rows(request, form.opt(COMMAND_OPTIONS)));
            form.discard("commands");
            NetworkShellStep step = (NetworkShellStep) super.newInstance(request, form);
            step.setCommands(commands);
            return step;
        }

        private static List<CommandSheet.Row<CommandEntry>> rows(StaplerRequest2 request, Object options) {
            List<CommandSheet.Row<CommandEntry>> rows = new ArrayList<>();
            for (Object one : options == null ? List.of() : JSONArray.fromObject(options)) {
                JSONObject row = (JSONObject) one;
                CommandEntry entry = request.bindJSON(CommandEntry.class, row);
                rows.add(new CommandSheet.Row<>(row.optString("line"), row.optString("number"), entry));
            }
            return rows;
        }

        /** For the rows in the form. */
        public CommandEntry.DescriptorImpl getOptionsDescriptor() {
            return ExtensionList.lookupSingleton(CommandEntry.DescriptorImpl.class);
        }

        @POST
        public FormValidation doCheckCommandText(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return FormChecks.commands(value);
        }

        @POST
        public ListBoxModel doFillPlatformItems(@AncestorInPath Item item, @QueryParameter String platform) {
            return FormChoices.platforms(item, platform);
        }

        @POST
        public ListBoxModel doFillEnableCredentialsIdItems(
                @AncestorInPath Item item, @QueryParameter String enableCredentialsId, @QueryParameter String host) {
            return CredentialItems.secrets(item, enableCredentialsId, host);
        }

        @POST
        public FormValidation doCheckEnableCredentialsId(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String host) {
            FormAccess.checkConfigure(item);
            return CredentialItems.check(item, value, host);
        }

        @POST
        public FormValidation doCheckArchive(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return FormChecks.archive(value);
        }

        @POST
        public FormValidation doCheckRecord(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return FormChecks.archive(value);
        }

        @POST
        public FormValidation doCheckRecordScene(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return FormChecks.archive(value);
        }

        /** Also opens the shell and reads the prompt. */
        @Override
        FormValidation test(ConnectionTest test, ConnectionStep step) throws IOException, InterruptedException {
            return test.openShell((NetworkShellStep) step);
        }
    }
}
