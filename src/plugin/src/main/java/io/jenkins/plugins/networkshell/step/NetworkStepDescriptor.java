package io.jenkins.plugins.networkshell.step;

import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.form.FormAccess;
import io.jenkins.plugins.networkshell.form.FormChecks;
import io.jenkins.plugins.networkshell.form.FormChoices;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the forms of all our steps have in common, those for one device and the one for many. */
public abstract class NetworkStepDescriptor extends StepDescriptor implements CustomDescribableModel {
    /** Requires neither an agent nor a workspace: without a node, the work is done on the controller. */
    @Override
    public Set<? extends Class<?>> getRequiredContext() {
        return Set.of(Run.class, TaskListener.class);
    }

    /** For the form: the default of a limit. */
    public String defaultLimit(String parameter) {
        return NetworkShellConfiguration.defaultLimit(parameter);
    }

    @POST
    public ListBoxModel doFillHostKeysItems(@AncestorInPath Item item, @QueryParameter String hostKeys) {
        return FormChoices.hostKeys(item, hostKeys);
    }

    @POST
    public FormValidation doCheckConnectTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        return duration(item, value);
    }

    @POST
    public FormValidation doCheckSilenceTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        return duration(item, value);
    }

    @POST
    public FormValidation doCheckSessionTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        return duration(item, value);
    }

    /** For the steps that have one. */
    @POST
    public FormValidation doCheckCommandTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        return duration(item, value);
    }

    /** Empty is allowed. */
    protected static FormValidation duration(Item item, String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.duration(value);
    }
}
