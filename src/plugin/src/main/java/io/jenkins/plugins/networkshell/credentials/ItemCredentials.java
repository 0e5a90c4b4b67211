package io.jenkins.plugins.networkshell.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import java.util.List;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** The credentials that the builds of a job could use, for forms outside a build. */
public final class ItemCredentials implements CredentialSource {
    private final Item item;

    /** @param item null for global credentials */
    public ItemCredentials(@CheckForNull Item item) {
        this.item = item;
    }

    /** The authentication with which the builds of {@code item} run. */
    static Authentication authentication(@CheckForNull Item item) {
        return item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2;
    }

    @Override
    public <C extends StandardCredentials> C find(String id, Class<C> type, List<DomainRequirement> requirements) {
        return item == null
                ? CredentialsProvider.findCredentialByIdInItemGroup(id, type, Jenkins.get(), ACL.SYSTEM2, requirements)
                : CredentialsProvider.findCredentialByIdInItem(id, type, item, authentication(item), requirements);
    }
}
