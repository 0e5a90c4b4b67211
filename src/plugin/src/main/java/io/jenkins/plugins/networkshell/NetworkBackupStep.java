package io.jenkins.plugins.networkshell;

import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.backup.run.BackupJob;
import io.jenkins.plugins.networkshell.backup.step.BackupForm;
import io.jenkins.plugins.networkshell.backup.step.BackupStep;
import io.jenkins.plugins.networkshell.credentials.CredentialItems;
import io.jenkins.plugins.networkshell.form.FormAccess;
import io.jenkins.plugins.networkshell.form.FormChoices;
import io.jenkins.plugins.networkshell.run.DeviceStepExecution;
import io.jenkins.plugins.networkshell.run.DeviceWork;
import io.jenkins.plugins.networkshell.run.StepSite;
import io.jenkins.plugins.networkshell.step.NetworkStepDescriptor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code networkBackup}: backs up the configurations of all devices of an inventory. */
public final class NetworkBackupStep extends BackupStep {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public NetworkBackupStep() {
        // all parameters have setters
    }

    DeviceWork<NetworkBackupResult> work() {
        return new Work(this);
    }

    /** A backup as a step. */
    private record Work(NetworkBackupStep step) implements DeviceWork<NetworkBackupResult> {
        @Override
        public NetworkBackupResult run(StepSite site) throws IOException, InterruptedException {
            return new NetworkBackupResult(new BackupJob(step, site).run());
        }

        /** The pages of the build show what it captured until then. */
        @Override
        public boolean isFinishedWhenStopped() {
            return true;
        }
    }

    @Override
    public StepExecution start(StepContext context) {
        return new DeviceStepExecution(work(), context);
    }

    @Extension
    public static final class DescriptorImpl extends NetworkStepDescriptor {
        @Override
        public String getFunctionName() {
            return "networkBackup";
        }

        @Override
        public String getDisplayName() {
            return Messages.NetworkBackupStep_DisplayName();
        }

        /** The inventory, shown in the list of a build's steps. */
        @Override
        public String argumentsToString(Map<String, Object> namedArgs) {
            for (String name : List.of("inventory", "globalInventory", "inventoryFile")) {
                if (namedArgs.get(name) instanceof String text) {
                    return text;
                }
            }
            return null;
        }

        /** Device selections may be lists. */
        @Override
        public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
            Map<String, Object> joined = new TreeMap<>(arguments);
            for (String name : List.of("only", "except")) {
                joined.computeIfPresent(
                        name,
                        (key, value) -> value instanceof List<?> list
                                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                                : value);
            }
            joined.computeIfPresent("archive", (key, value) -> value instanceof Boolean on ? archive(on) : value);
            return joined;
        }

        private static String archive(boolean on) {
            return on ? DEFAULT_ARCHIVE : "off";
        }

        @POST
        public ListBoxModel doFillGlobalInventoryItems(
                @AncestorInPath Item item, @QueryParameter String globalInventory) {
            return BackupForm.globalInventories(item, globalInventory);
        }

        @POST
        public ListBoxModel doFillInventoryFileItems(@AncestorInPath Item item, @QueryParameter String inventoryFile) {
            return BackupForm.managedFiles(item, inventoryFile);
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
        public ListBoxModel doFillPlatformItems(@AncestorInPath Item item, @QueryParameter String platform) {
            return FormChoices.platforms(item, platform);
        }

        @POST
        public ListBoxModel doFillShardByItems(@AncestorInPath Item item, @QueryParameter String shardBy) {
            return BackupForm.shardings(item, shardBy);
        }

        @POST
        public FormValidation doCheckInventory(
                @AncestorInPath Item item,
                @QueryParameter String value,
                @QueryParameter String inventoryText,
                @QueryParameter String globalInventory,
                @QueryParameter String inventoryFile) {
            FormAccess.checkConfigure(item);
            return BackupForm.inventory(value, inventoryText, globalInventory, inventoryFile);
        }

        @POST
        public FormValidation doCheckInventoryText(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return BackupForm.text(value);
        }

        @POST
        public FormValidation doCheckCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return CredentialItems.check(item, value, "");
        }

        @POST
        public FormValidation doCheckEnableCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return CredentialItems.check(item, value, "");
        }

        @POST
        public FormValidation doCheckOnly(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return BackupForm.choices(value);
        }

        @POST
        public FormValidation doCheckExcept(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return BackupForm.choices(value);
        }

        @POST
        public FormValidation doCheckParallel(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return FormValidation.validatePositiveInteger(value);
        }

        @POST
        public FormValidation doCheckRetries(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return FormValidation.validateNonNegativeInteger(value);
        }

        @POST
        public FormValidation doCheckDeadline(@AncestorInPath Item item, @QueryParameter String value) {
            return duration(item, value);
        }

        @POST
        public FormValidation doCheckUnstableAt(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return BackupForm.threshold(value);
        }

        @POST
        public FormValidation doCheckFailedAt(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return BackupForm.threshold(value);
        }

        @POST
        public FormValidation doCheckArchive(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return BackupForm.folder(Util.fixEmptyAndTrim(value));
        }

        @POST
        public FormValidation doCheckAgents(@AncestorInPath Item item, @QueryParameter String value) {
            FormAccess.checkConfigure(item);
            return BackupForm.label(value);
        }
    }
}
