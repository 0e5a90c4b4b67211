package io.jenkins.plugins.networkshell;

import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.credentials.CredentialItems;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the form of a step asks of the server: choices, checks and the trial connection. */
public abstract class DeviceStepDescriptor extends StepDescriptor {
    @POST
    public ListBoxModel doFillCredentialsIdItems(
            @AncestorInPath Item item, @QueryParameter String credentialsId, @QueryParameter String host) {
        return CredentialItems.logins(item, credentialsId, host);
    }

    @POST
    public ListBoxModel doFillJumpCredentialsIdItems(
            @AncestorInPath Item item, @QueryParameter String jumpCredentialsId) {
        return CredentialItems.logins(item, jumpCredentialsId, "");
    }

    @POST
    public ListBoxModel doFillEnableCredentialsIdItems(
            @AncestorInPath Item item, @QueryParameter String enableCredentialsId, @QueryParameter String host) {
        return CredentialItems.secrets(item, enableCredentialsId, host);
    }

    @POST
    public ListBoxModel doFillPlatformItems(@AncestorInPath Item item, @QueryParameter String platform) {
        return FormChoices.platforms(item, platform);
    }

    @POST
    public ListBoxModel doFillHostKeysItems(@AncestorInPath Item item, @QueryParameter String hostKeys) {
        return FormChoices.hostKeys(item, hostKeys);
    }

    @POST
    public ListBoxModel doFillAlgorithmsItems(@AncestorInPath Item item, @QueryParameter String algorithms) {
        return FormChoices.algorithms(item, algorithms);
    }

    @POST
    public FormValidation doCheckHost(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.host(value);
    }

    @POST
    public FormValidation doCheckPort(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.port(value);
    }

    @POST
    public FormValidation doCheckCredentialsId(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String host) {
        FormAccess.checkConfigure(item);
        return Util.fixEmptyAndTrim(value) == null
                ? FormValidation.error(Messages.DeviceStepDescriptor_NoCredentials())
                : CredentialItems.check(item, value, host);
    }

    @POST
    public FormValidation doCheckJumpCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return CredentialItems.check(item, value, "");
    }

    @POST
    public FormValidation doCheckEnableCredentialsId(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String host) {
        FormAccess.checkConfigure(item);
        return CredentialItems.check(item, value, host);
    }

    @POST
    public FormValidation doCheckConnectTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.duration(value);
    }

    @POST
    public FormValidation doCheckSilenceTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.duration(value);
    }

    @POST
    public FormValidation doCheckCommandTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.duration(value);
    }

    @POST
    public FormValidation doCheckSessionTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.duration(value);
    }

    @POST
    public FormValidation doCheckEncoding(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.encoding(value);
    }

    @POST
    public FormValidation doCheckArchive(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.archive(value);
    }

    @POST
    public FormValidation doCheckJump(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.jump(value);
    }

    /** Logs in, learns the prompt and logs out again, on the controller. */
    @POST
    public FormValidation doTestConnection(
            @AncestorInPath Item item,
            @QueryParameter String host,
            @QueryParameter int port,
            @QueryParameter String credentialsId,
            @QueryParameter String platform,
            @QueryParameter String hostKeys,
            @QueryParameter String enableCredentialsId,
            @QueryParameter String jump,
            @QueryParameter String jumpCredentialsId,
            @QueryParameter String algorithms)
            throws IOException, InterruptedException {
        FormAccess.checkConfigure(item);
        NetworkShellStep step = new NetworkShellStep(host);
        step.setPort(port);
        step.setCredentialsId(credentialsId);
        step.setPlatform(platform);
        step.setHostKeys(hostKeys);
        step.setEnableCredentialsId(enableCredentialsId);
        step.setJump(jump);
        step.setJumpCredentialsId(jumpCredentialsId);
        step.setAlgorithms(algorithms);
        return new ConnectionTest(item).run(step);
    }
}
