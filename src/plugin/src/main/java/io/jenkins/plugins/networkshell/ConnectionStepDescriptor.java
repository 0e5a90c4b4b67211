package io.jenkins.plugins.networkshell;

import hudson.Util;
import hudson.model.AbstractProject;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.credentials.CredentialItems;
import io.jenkins.plugins.networkshell.engine.target.AlgorithmCategory;
import io.jenkins.plugins.networkshell.form.FormAccess;
import io.jenkins.plugins.networkshell.form.FormChecks;
import io.jenkins.plugins.networkshell.form.FormChoices;
import io.jenkins.plugins.networkshell.form.FormMistake;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import io.jenkins.plugins.networkshell.step.NetworkStepDescriptor;
import java.io.IOException;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What Pipeline and the forms of all our steps need: choices, checks and the connection test. */
public abstract class ConnectionStepDescriptor extends NetworkStepDescriptor {
    /** The host and the first command, shown in the list of a build's steps. */
    @Override
    public String argumentsToString(Map<String, Object> namedArgs) {
        String host = namedArgs.get("host") instanceof String name ? name : "";
        String all = (host + " " + StepArguments.firstCommand(namedArgs)).strip();
        return all.isEmpty() ? null : all;
    }

    @Override
    public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        return StepArguments.unfold(arguments);
    }

    @Override
    public UninstantiatedDescribable customUninstantiate(UninstantiatedDescribable step) {
        return step.withArguments(StepArguments.fold(step.getArguments()));
    }

    /** The form splits some parameters of a pipeline into two fields: whether there is an artifact, and its path. */
    @Override
    public Step newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
        for (String parameter : StepArguments.ARTIFACTS) {
            Object choice = form.remove(parameter + "Choice");
            Object path = form.remove(parameter + "Path");
            if (choice != null) {
                boolean named = choice.equals("path");
                boolean blank = path == null || path.toString().isBlank(); // the form shows the default
                form.put(parameter, !named ? choice : blank ? "true" : path);
            }
        }
        return super.newInstance(request, form);
    }

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
    public ListBoxModel doFillProxyCredentialsIdItems(
            @AncestorInPath Item item, @QueryParameter String proxyCredentialsId) {
        return CredentialItems.passwords(item, proxyCredentialsId, "");
    }

    @POST
    public ListBoxModel doFillAlgorithmsItems(@AncestorInPath Item item, @QueryParameter String algorithms) {
        return FormChoices.algorithms(item, algorithms);
    }

    /** In a pipeline, a step without a host may be inside a block that has a connection. */
    @POST
    public FormValidation doCheckHost(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        boolean blockPossible = !takesImplicitBlockArgument() && !(item instanceof AbstractProject);
        return blockPossible && Util.fixEmptyAndTrim(value) == null
                ? FormValidation.ok(Messages.ConnectionStepDescriptor_NoHost())
                : FormChecks.host(value);
    }

    @POST
    public FormValidation doCheckPort(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.port(value);
    }

    @POST
    public FormValidation doCheckCredentialsId(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String host,
            @QueryParameter boolean sshAgent,
            @QueryParameter boolean lookForKeys,
            @QueryParameter boolean noPassword) {
        FormAccess.checkConfigure(item);
        if (Util.fixEmptyAndTrim(value) == null) {
            boolean elsewhere = sshAgent || lookForKeys || noPassword || Util.fixEmptyAndTrim(host) == null;
            return elsewhere
                    ? FormValidation.ok()
                    : FormValidation.warning(Messages.ConnectionStepDescriptor_NoCredentials());
        }
        return CredentialItems.check(item, value, host);
    }

    @POST
    public FormValidation doCheckUsername(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String credentialsId,
            @QueryParameter boolean sshAgent,
            @QueryParameter boolean lookForKeys,
            @QueryParameter boolean noPassword) {
        FormAccess.checkConfigure(item);
        boolean needed = (sshAgent || lookForKeys || noPassword) && Util.fixEmptyAndTrim(credentialsId) == null;
        return needed && Util.fixEmptyAndTrim(value) == null
                ? FormValidation.error(Messages.ConnectionStepDescriptor_NoUsername())
                : FormValidation.ok();
    }

    @POST
    public FormValidation doCheckJumpCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return CredentialItems.check(item, value, "");
    }

    @POST
    public FormValidation doCheckProxyCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return CredentialItems.check(item, value, "");
    }

    @POST
    public FormValidation doCheckLoginTimeout(@AncestorInPath Item item, @QueryParameter String value) {
        return duration(item, value);
    }

    @POST
    public FormValidation doCheckKeepAlive(@AncestorInPath Item item, @QueryParameter String value) {
        return duration(item, value);
    }

    @POST
    public FormValidation doCheckConnectAttempts(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormValidation.validatePositiveInteger(value);
    }

    @POST
    public FormValidation doCheckJump(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.jump(value);
    }

    @POST
    public FormValidation doCheckProxy(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.proxy(value);
    }

    @POST
    public FormValidation doCheckKeyExchanges(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.algorithms(AlgorithmCategory.KEY_EXCHANGE, value);
    }

    @POST
    public FormValidation doCheckHostKeyAlgorithms(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.algorithms(AlgorithmCategory.HOST_KEY, value);
    }

    @POST
    public FormValidation doCheckCiphers(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.algorithms(AlgorithmCategory.CIPHER, value);
    }

    @POST
    public FormValidation doCheckMacs(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.algorithms(AlgorithmCategory.MAC, value);
    }

    /** For the steps that have one. */
    @POST
    public FormValidation doCheckEncoding(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.encoding(value);
    }

    @POST
    public FormValidation doCheckSshLog(@AncestorInPath Item item, @QueryParameter String value) {
        FormAccess.checkConfigure(item);
        return FormChecks.archive(value);
    }

    /** Logs in and out again, on the controller. The form's values arrive in the same way as when the form is saved. */
    @POST
    public final FormValidation doTestConnection(@AncestorInPath Item item, StaplerRequest2 request)
            throws IOException, InterruptedException {
        FormAccess.checkConfigure(item);
        String form = request.getParameter("json");
        JSONObject fields = form == null ? new JSONObject() : JSONObject.fromObject(form);
        try {
            return test(new ConnectionTest(item), (ConnectionStep) newInstance(request, fields));
        } catch (FormException | FormMistake e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** @param step built from the form's fields; the permission has been checked */
    FormValidation test(ConnectionTest test, ConnectionStep step) throws IOException, InterruptedException {
        return test.connect(step);
    }
}
