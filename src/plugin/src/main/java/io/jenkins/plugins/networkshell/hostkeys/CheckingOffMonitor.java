package io.jenkins.plugins.networkshell.hostkeys;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import io.jenkins.plugins.networkshell.config.HostKeyPolicies;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import java.io.IOException;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** Warns while the default policy lets sessions connect to devices with unknown host keys. */
@Extension
@Symbol("networkShellHostKeys")
public final class CheckingOffMonitor extends AdministrativeMonitor {
    @Override
    public boolean isActivated() {
        Policy policy = NetworkShellConfiguration.get().hostKeyPolicy();
        return policy == Policy.WARN || policy == Policy.ACCEPT_ANY;
    }

    @Override
    public String getDisplayName() {
        return Messages.CheckingOffMonitor_DisplayName();
    }

    @Override
    public boolean isSecurity() {
        return true;
    }

    /** The configured policy, for the message. */
    public String getPolicy() {
        return HostKeyPolicies.name(NetworkShellConfiguration.get().hostKeyPolicy());
    }

    @POST
    public HttpResponse doAct(StaplerRequest2 request) throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        if (request.hasParameter("no")) {
            disable(true);
            return HttpResponses.redirectViaContextPath("/manage");
        }
        return HttpResponses.redirectViaContextPath("/manage/configure");
    }
}
