package io.jenkins.plugins.networkshell.hostkeys;

import hudson.Extension;
import hudson.Util;
import hudson.model.Failure;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.knownhosts.InvalidKnownHostsException;
import io.jenkins.plugins.networkshell.knownhosts.KnownHostsLines;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.management.Badge;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.verb.POST;

/**
 * The page where administrators see, approve, remove and add host keys. Whoever may read the system configuration may
 * look, only administrators may change what is trusted.
 */
@Extension
public final class HostKeyManagement extends ManagementLink implements StaplerProxy {
    private static final Logger LOGGER = Logger.getLogger(HostKeyManagement.class.getName());

    @Override
    public String getIconFileName() {
        return "symbol-fingerprint";
    }

    @Override
    public String getDisplayName() {
        return Messages.HostKeyManagement_DisplayName();
    }

    @Override
    public String getDescription() {
        return Messages.HostKeyManagement_Description();
    }

    @Override
    public String getUrlName() {
        return "network-shell-host-keys";
    }

    @Override
    public Category getCategory() {
        return Category.SECURITY;
    }

    @Override
    public Permission getRequiredPermission() {
        return Jenkins.SYSTEM_READ;
    }

    @Override
    public Badge getBadge() {
        long refused = HostKeyDatabase.get().keys().stream()
                .filter(key -> key.state() == KeyState.REFUSED)
                .count();
        return refused == 0
                ? null
                : new Badge(
                        Long.toString(refused), Messages.HostKeyManagement_Refused(refused), Badge.Severity.WARNING);
    }

    /** Nothing under this page is for those who may not see it. */
    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(getRequiredPermission());
        return this;
    }

    /** What needs a decision comes first. */
    public List<HostKeyRow> getRows() {
        return HostKeyDatabase.get().keys().stream()
                .sorted(Comparator.comparing((KnownKey key) -> key.state().isTrusted())
                        .thenComparing(KnownKey::host)
                        .thenComparing(KnownKey::port))
                .map(HostKeyRow::new)
                .toList();
    }

    @POST
    public HttpResponse doApprove(@QueryParameter(required = true) String id) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        log("approved", id);
        HostKeyDatabase.get().approve(id);
        return HttpRedirect.DOT;
    }

    @POST
    public HttpResponse doRemove(@QueryParameter(required = true) String id) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        log("removed", id);
        HostKeyDatabase.get().remove(id);
        return HttpRedirect.DOT;
    }

    @POST
    public HttpResponse doAddKeys(@QueryParameter(required = true) String knownHosts) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            String user = Jenkins.getAuthentication2().getName();
            if (HostKeyDatabase.get().add(knownHosts, HostKeyRow.USER + user) == 0) {
                throw new Failure(Messages.HostKeyManagement_Empty());
            }
            LOGGER.log(Level.INFO, "{0} added host keys of network devices", user);
            return HttpRedirect.DOT;
        } catch (InvalidKnownHostsException e) {
            throw new Failure(e.getMessage());
        }
    }

    @POST
    public FormValidation doCheckKnownHosts(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            int keys = KnownHostsLines.parse(Util.fixNull(value)).size();
            return keys == 0 ? FormValidation.ok() : FormValidation.ok(Messages.HostKeyManagement_Valid(keys));
        } catch (InvalidKnownHostsException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Who changed what is trusted belongs into the log of the controller. */
    private static void log(String what, String id) {
        HostKeyDatabase.get().keys().stream()
                .filter(key -> key.id().equals(id))
                .forEach(key -> LOGGER.log(Level.INFO, "{0} {1} the host key {2} of {3}", new Object[] {
                    Jenkins.getAuthentication2().getName(), what, key.fingerprint(), key.hosts()
                }));
    }
}
