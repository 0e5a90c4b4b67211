package io.jenkins.plugins.networkshell.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.Run;
import io.jenkins.plugins.networkshell.engine.Secret;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Credentials that a build may use; their use is recorded. */
public final class BuildCredentials implements CredentialSource {
    private final Run<?, ?> run;
    /** A cache, because a backup looks up the same ones for thousands of devices. */
    private final Set<String> tracked = ConcurrentHashMap.newKeySet();

    public BuildCredentials(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public <C extends StandardCredentials> C find(String id, Class<C> type, List<DomainRequirement> requirements) {
        C found = CredentialsProvider.findCredentialById(id, type, run, requirements);
        // The lookup itself tracks only those that a build parameter names.
        return found == null || !tracked.add(found.getId()) ? found : CredentialsProvider.track(run, found);
    }

    /** Values of password parameters, which a user may write into a command. */
    @Override
    public List<Secret> otherSecrets() {
        return run.getActions(ParametersAction.class).stream()
                .flatMap(parameters -> parameters.getAllParameters().stream())
                .map(ParameterValue::getValue)
                .filter(hudson.util.Secret.class::isInstance)
                .map(value -> Secret.of(((hudson.util.Secret) value).getPlainText()))
                .filter(secret -> !secret.isEmpty())
                .toList();
    }
}
