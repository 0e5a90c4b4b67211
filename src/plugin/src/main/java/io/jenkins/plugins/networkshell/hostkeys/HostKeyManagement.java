package io.jenkins.plugins.networkshell.hostkeys;

import hudson.Extension;
import hudson.Util;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.knownhosts.InvalidKnownHostsException;
import io.jenkins.plugins.networkshell.knownhosts.KnownHostsLines;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.management.Badge;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * The page where administrators see, approve, remove and add host keys. Users with system read permission may see it;
 * only administrators may change trusted keys.
 */
@Extension
public final class HostKeyManagement extends ManagementLink implements StaplerProxy {
    /** Below {@code manage} in Jenkins. */
    static final String URL = "network-shell-host-keys";

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
        return URL;
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

    /** Protects everything below this page from users without permission. */
    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(getRequiredPermission());
        return this;
    }

    /** The selection in the request. */
    public HostKeySelection getSelection() {
        return HostKeySelection.of(Stapler.getCurrentRequest2(), HostKeyDatabase.get());
    }

    /** The keys in the request, for the question whether to approve all of them. */
    public List<HostKeyRow> getChosen() {
        StaplerRequest2 request = Stapler.getCurrentRequest2();
        HostKeySelection selection = getSelection();
        if (request.hasParameter("all")) {
            return selection.getWaiting();
        }
        return selection.rowsOf(ids(request));
    }

    /** A search by POST, because Jenkins adds the session's crumb to every form. */
    @POST
    public HttpResponse doSearch(StaplerRequest2 request) {
        Jenkins.get().checkPermission(getRequiredPermission());
        return back(request);
    }

    /** Redirects to the list with the same search. */
    private HttpResponse back(StaplerRequest2 request) {
        return new HttpRedirect(
                ".?" + HostKeySelection.of(request, HostKeyDatabase.get()).getParameters());
    }

    private static Set<String> ids(StaplerRequest2 request) {
        String[] ids = request.getParameterValues("id");
        return ids == null ? Set.of() : new HashSet<>(List.of(ids));
    }

    /** Approves all keys whose {@code id} is in the request. */
    @POST
    public HttpResponse doApprove(StaplerRequest2 request) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        Set<String> ids = ids(request);
        ids.forEach(id -> log("approved", id));
        HostKeyDatabase.get().approve(ids, Jenkins.getAuthentication2().getName());
        return back(request);
    }

    @POST
    public HttpResponse doRemove(StaplerRequest2 request, @QueryParameter(required = true) String id) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        log("removed", id);
        HostKeyDatabase.get().remove(id);
        return back(request);
    }

    /** Shows the form again after an error, so that nobody has to enter keys twice. */
    @POST
    public HttpResponse doAddKeys(@QueryParameter(required = true) String knownHosts) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        String user = Jenkins.getAuthentication2().getName();
        try {
            if (HostKeyDatabase.get().add(knownHosts, HostKeyRow.USER + user) == 0) {
                return again(knownHosts, List.of(Messages.HostKeyManagement_Empty()));
            }
        } catch (InvalidKnownHostsException e) {
            return again(knownHosts, e.wrongLines());
        }
        LOGGER.log(Level.INFO, "{0} added host keys of network devices", user);
        return HttpRedirect.DOT;
    }

    private HttpResponse again(String knownHosts, List<String> problems) {
        return HttpResponses.forwardToView(this, "add")
                .with("knownHosts", knownHosts)
                .with("problems", problems);
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

    /** Logs who changed the trusted keys. */
    private static void log(String what, String id) {
        HostKeyDatabase.get().keys().stream()
                .filter(key -> key.id().equals(id))
                .forEach(key -> LOGGER.log(Level.INFO, "{0} {1} the host key {2} of {3}", new Object[] {
                    Jenkins.getAuthentication2().getName(), what, key.fingerprint(), key.hosts()
                }));
    }
}
