package io.jenkins.plugins.networkshell;

import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.files.TransferPlan.Direction;
import io.jenkins.plugins.networkshell.form.FormAccess;
import io.jenkins.plugins.networkshell.form.FormChoices;
import io.jenkins.plugins.networkshell.run.DeviceStepExecution;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Copies files between a device and the workspace. */
public abstract class TransferStep extends DeviceStep {
    private static final long serialVersionUID = 1L;

    private String from;
    private String to;
    private boolean recursive;
    private boolean preserve;
    private boolean resume;
    /** Null, as in a job that was saved without this setting, means true. */
    private Boolean atomic;

    private String checksum;
    private String protocol;

    protected TransferStep(String host) {
        super(host);
    }

    abstract Direction direction();

    /** Files have no limits except those of the connection. */
    @Override
    public Set<String> parametersInsideBlock() {
        return Set.of("host");
    }

    public String getFrom() {
        return from;
    }

    /** @param value paths or patterns, one per line, on the source side */
    @DataBoundSetter
    public void setFrom(String value) {
        from = Util.fixEmptyAndTrim(value);
    }

    public String getTo() {
        return to;
    }

    /** @param value a folder or a new name, on the target side; empty for the folder that paths are relative to */
    @DataBoundSetter
    public void setTo(String value) {
        to = Util.fixEmptyAndTrim(value);
    }

    public boolean isRecursive() {
        return recursive;
    }

    /** @param value whether folders are copied with their contents */
    @DataBoundSetter
    public void setRecursive(boolean value) {
        recursive = value;
    }

    public boolean isPreserve() {
        return preserve;
    }

    /** @param value whether times and permissions are preserved */
    @DataBoundSetter
    public void setPreserve(boolean value) {
        preserve = value;
    }

    public boolean isResume() {
        return resume;
    }

    /** @param value whether to complete the files that an earlier attempt left behind */
    @DataBoundSetter
    public void setResume(boolean value) {
        resume = value;
    }

    public boolean isAtomic() {
        return atomic == null || atomic;
    }

    /** @param value whether a file gets its name only after it is complete */
    @DataBoundSetter
    public void setAtomic(boolean value) {
        atomic = value;
    }

    public String getChecksum() {
        return checksum;
    }

    /** @param value {@code true}: SHA-256 sums are compared if the device supports it; {@code required}: it must */
    @DataBoundSetter
    public void setChecksum(String value) {
        checksum = "false".equals(value) ? null : Util.fixEmptyAndTrim(value);
    }

    public String getProtocol() {
        return protocol;
    }

    /** @param value {@code sftp} or {@code scp}; empty or {@code auto} for SFTP, or SCP if SFTP is not available */
    @DataBoundSetter
    public void setProtocol(String value) {
        protocol = "auto".equals(value) ? null : Util.fixEmptyAndTrim(value);
    }

    @Override
    public final StepExecution start(StepContext context) {
        return new DeviceStepExecution(new TransferWork(this), context);
    }

    /** What the forms of both directions need. */
    protected abstract static class TransferStepDescriptor extends ConnectionStepDescriptor {
        /** Files need a workspace. */
        @Override
        public final Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FilePath.class, Launcher.class);
        }

        @POST
        public ListBoxModel doFillChecksumItems(@AncestorInPath Item item, @QueryParameter String checksum) {
            return FormChoices.checksums(item, checksum);
        }

        @POST
        public ListBoxModel doFillProtocolItems(@AncestorInPath Item item, @QueryParameter String protocol) {
            return FormChoices.protocols(item, protocol);
        }

        @POST
        public FormValidation doCheckFrom(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.error(Messages.TransferWork_NoFiles())
                    : FormValidation.ok();
        }
    }
}
