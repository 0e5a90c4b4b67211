package io.jenkins.plugins.networkshell;

import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code networkShell}: types commands into the shell of a network device. Holds what the user wrote; the build step of
 * freestyle jobs holds one of these.
 */
public final class NetworkShellStep extends Step {
    static final String FUNCTION = "networkShell";
    private static final int DEFAULT_PORT = 22;

    private final String host;
    private String credentialsId;
    private ArrayList<CommandEntry> commands;
    private int port = DEFAULT_PORT;
    private String platform;
    private String hostKeys;
    private ArrayList<AnswerEntry> answers;
    private String enableCredentialsId;
    private String mode;
    private String connectTimeout;
    private String silenceTimeout;
    private String commandTimeout;
    private String sessionTimeout;
    private String encoding;
    private String archive;
    private boolean failOnError = true;
    private boolean quiet;
    private String jump;
    private String jumpCredentialsId;
    private String algorithms;

    /** @param host name or address of the device */
    @DataBoundConstructor
    public NetworkShellStep(String host) {
        this.host = Util.fixNull(host).strip();
    }

    public String getHost() {
        return host;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    /** @param value to log in with: a user name with password, or with a private key */
    @DataBoundSetter
    public void setCredentialsId(String value) {
        credentialsId = Util.fixEmptyAndTrim(value);
    }

    public List<CommandEntry> getCommands() {
        return commands;
    }

    /** @param value what to type */
    @DataBoundSetter
    public void setCommands(List<CommandEntry> value) {
        commands = value == null || value.isEmpty() ? null : new ArrayList<>(value);
    }

    public int getPort() {
        return port;
    }

    /** @param value 1 to 65535 */
    @DataBoundSetter
    public void setPort(int value) {
        port = value;
    }

    public String getPlatform() {
        return platform;
    }

    /** @param value for instance {@code huawei_vrp}; empty or {@code auto} to recognise it */
    @DataBoundSetter
    public void setPlatform(String value) {
        platform = "auto".equals(value) ? null : Util.fixEmptyAndTrim(value);
    }

    public String getHostKeys() {
        return hostKeys;
    }

    /** @param value strict, accept-new, warn or accept-any; empty for the global configuration */
    @DataBoundSetter
    public void setHostKeys(String value) {
        hostKeys = Util.fixEmptyAndTrim(value);
    }

    public List<AnswerEntry> getAnswers() {
        return answers;
    }

    /** @param value to questions at any time in the session */
    @DataBoundSetter
    public void setAnswers(List<AnswerEntry> value) {
        answers = value == null || value.isEmpty() ? null : new ArrayList<>(value);
    }

    public String getEnableCredentialsId() {
        return enableCredentialsId;
    }

    /** @param value the secret for the privileged mode, a secret text */
    @DataBoundSetter
    public void setEnableCredentialsId(String value) {
        enableCredentialsId = Util.fixEmptyAndTrim(value);
    }

    public String getMode() {
        return mode;
    }

    /** @param value to enter after login, for instance {@code privileged} or {@code configuration} */
    @DataBoundSetter
    public void setMode(String value) {
        mode = Util.fixEmptyAndTrim(value);
    }

    public String getConnectTimeout() {
        return connectTimeout;
    }

    /** @param value for instance {@code 10s}; empty for the global configuration */
    @DataBoundSetter
    public void setConnectTimeout(String value) {
        connectTimeout = Util.fixEmptyAndTrim(value);
    }

    public String getSilenceTimeout() {
        return silenceTimeout;
    }

    /** @param value how long the device may be silent while something is awaited */
    @DataBoundSetter
    public void setSilenceTimeout(String value) {
        silenceTimeout = Util.fixEmptyAndTrim(value);
    }

    public String getCommandTimeout() {
        return commandTimeout;
    }

    /** @param value the longest one command may take */
    @DataBoundSetter
    public void setCommandTimeout(String value) {
        commandTimeout = Util.fixEmptyAndTrim(value);
    }

    public String getSessionTimeout() {
        return sessionTimeout;
    }

    /** @param value the longest the session may take */
    @DataBoundSetter
    public void setSessionTimeout(String value) {
        sessionTimeout = Util.fixEmptyAndTrim(value);
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

    public boolean isFailOnError() {
        return failOnError;
    }

    /** @param value whether the step fails when something goes wrong; if not, the result says so */
    @DataBoundSetter
    public void setFailOnError(boolean value) {
        failOnError = value;
    }

    public boolean isQuiet() {
        return quiet;
    }

    /** @param value whether the output stays out of the log */
    @DataBoundSetter
    public void setQuiet(boolean value) {
        quiet = value;
    }

    public String getJump() {
        return jump;
    }

    /** @param value {@code user@host:port} to go through; several separated by commas */
    @DataBoundSetter
    public void setJump(String value) {
        jump = Util.fixEmptyAndTrim(value);
    }

    public String getJumpCredentialsId() {
        return jumpCredentialsId;
    }

    /** @param value for the jump hosts; empty for the same as for the device */
    @DataBoundSetter
    public void setJumpCredentialsId(String value) {
        jumpCredentialsId = Util.fixEmptyAndTrim(value);
    }

    public String getAlgorithms() {
        return algorithms;
    }

    /** @param value {@code secure}, or {@code legacy} for old devices */
    @DataBoundSetter
    public void setAlgorithms(String value) {
        algorithms = "secure".equals(value) ? null : Util.fixEmptyAndTrim(value);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new NetworkShellExecution(this, context);
    }

    /** What is asked of a step by Pipeline; the form's methods are inherited. */
    @Extension
    public static final class DescriptorImpl extends DeviceStepDescriptor implements CustomDescribableModel {
        @Override
        public String getFunctionName() {
            return FUNCTION;
        }

        @Override
        public String getDisplayName() {
            return Messages.NetworkShellStep_DisplayName();
        }

        /** Neither an agent nor a workspace: without a node the session runs on the controller. */
        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArgs) {
            return namedArgs.get("host") instanceof String host ? host : null;
        }

        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            return StepArguments.unfold(arguments);
        }

        @Override
        public UninstantiatedDescribable customUninstantiate(UninstantiatedDescribable step) {
            return step.withArguments(StepArguments.fold(step.getArguments()));
        }
    }
}
