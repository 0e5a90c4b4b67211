package io.jenkins.plugins.networkshell.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.model.Run;
import java.util.List;

/** Credentials that a build may use; their use is recorded. */
public final class BuildCredentials implements CredentialSource {
    private final Run<?, ?> run;

    public BuildCredentials(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public <C extends StandardCredentials> C find(String id, Class<C> type, List<DomainRequirement> requirements) {
        C found = CredentialsProvider.findCredentialById(id, type, run, requirements);
        // The look-up itself tracks only those that a build parameter names.
        return found == null ? null : CredentialsProvider.track(run, found);
    }
}
