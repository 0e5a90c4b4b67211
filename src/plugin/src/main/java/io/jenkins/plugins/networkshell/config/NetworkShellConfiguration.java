package io.jenkins.plugins.networkshell.config;

import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.PersistentDescriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.PlatformDefinitionException;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import io.jenkins.plugins.networkshell.knownhosts.InvalidKnownHostsException;
import io.jenkins.plugins.networkshell.knownhosts.KnownHostsLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** The global configuration for all builds that connect to network devices; a step may override parts of it. */
@Extension
@Symbol("networkShell")
public final class NetworkShellConfiguration extends GlobalConfiguration implements PersistentDescriptor {
    /** The default number of console lines per session. */
    public static final int DEFAULT_CONSOLE_LINES = 10_000;

    private static final String PLATFORMS = "platforms";

    private String hostKeys = HostKeyPolicies.name(Policy.STRICT);
    private String loosestHostKeys = HostKeyPolicies.name(Policy.ACCEPT_NEW);
    private String knownHosts = "";
    private DefaultLimits limits = new DefaultLimits();
    private SessionPolicy sessions = new SessionPolicy();
    private int consoleLines = DEFAULT_CONSOLE_LINES;
    private ArrayList<PlatformDefinition> platforms = new ArrayList<>();

    public static NetworkShellConfiguration get() {
        return ExtensionList.lookupSingleton(NetworkShellConfiguration.class);
    }

    /** The policy for sessions that do not set one. */
    public Policy hostKeyPolicy() {
        return HostKeyPolicies.parse(hostKeys);
    }

    /** Whether a job may choose this policy. */
    public boolean allows(Policy policy) {
        return policy.compareTo(HostKeyPolicies.parse(loosestHostKeys)) <= 0; // the constants start with the strictest
    }

    /** The limits for sessions that do not set their own. */
    public Limits limits() {
        return limits.limits();
    }

    /** One of them as the forms of steps show it where nothing is written. */
    public static String defaultLimit(String parameter) {
        return DefaultLimits.text(get().limits(), parameter);
    }

    /**
     * The shipped platforms and the administrator's own, which override them.
     *
     * @throws PlatformDefinitionException if a definition is no longer valid after an update
     */
    public PlatformCatalog catalog() throws PlatformDefinitionException {
        return catalog(platforms);
    }

    private static PlatformCatalog catalog(List<PlatformDefinition> definitions) throws PlatformDefinitionException {
        PlatformCatalog catalog = PlatformCatalog.builtIn();
        for (int i = 0; i < definitions.size(); i++) {
            catalog = catalog.withText(
                    Messages.NetworkShellConfiguration_Platform(i + 1),
                    definitions.get(i).getYaml());
        }
        return catalog;
    }

    /** The platforms that a definition being typed may extend; invalid saved definitions have their own message. */
    PlatformCatalog otherPlatforms() {
        PlatformCatalog catalog = PlatformCatalog.builtIn();
        for (PlatformDefinition definition : platforms) {
            try {
                catalog = catalog.withText("", definition.getYaml());
            } catch (PlatformDefinitionException e) {
                continue;
            }
        }
        return catalog;
    }

    public String getHostKeys() {
        return hostKeys;
    }

    /** @param value strict, accept-new, warn or accept-any; empty for strict */
    @DataBoundSetter
    public void setHostKeys(String value) {
        String name = Util.fixEmptyAndTrim(value);
        hostKeys = HostKeyPolicies.name(name == null ? Policy.STRICT : HostKeyPolicies.parse(name));
        save();
    }

    public String getLoosestHostKeys() {
        return loosestHostKeys;
    }

    /**
     * @param value the loosest policy that a job may choose: strict, accept-new, warn or accept-any; empty for accept-new
     */
    @DataBoundSetter
    public void setLoosestHostKeys(String value) {
        String name = Util.fixEmptyAndTrim(value);
        loosestHostKeys = HostKeyPolicies.name(name == null ? Policy.ACCEPT_NEW : HostKeyPolicies.parse(name));
        save();
    }

    public String getKnownHosts() {
        return knownHosts;
    }

    /** @param value in the format of {@code known_hosts} */
    @DataBoundSetter
    public void setKnownHosts(String value) {
        String text = Util.fixNull(value).strip();
        try {
            KnownHostsLines.check(text);
        } catch (InvalidKnownHostsException e) {
            throw new IllegalArgumentException(Messages.NetworkShellConfiguration_KnownHosts(e.getMessage()), e);
        }
        knownHosts = text;
        save();
    }

    public DefaultLimits getLimits() {
        return limits;
    }

    @DataBoundSetter
    public void setLimits(DefaultLimits value) {
        limits = value == null ? new DefaultLimits() : value;
        save();
    }

    public SessionPolicy getSessions() {
        return sessions;
    }

    /** @param value where sessions may run, and their limits; null for anywhere and any number */
    @DataBoundSetter
    public void setSessions(SessionPolicy value) {
        sessions = value == null ? new SessionPolicy() : value;
        save();
    }

    public int getConsoleLines() {
        return consoleLines;
    }

    /** @param value console lines per session; at least 1 */
    @DataBoundSetter
    public void setConsoleLines(int value) {
        if (value < 1) {
            throw new IllegalArgumentException(Messages.NetworkShellConfiguration_ConsoleLines());
        }
        consoleLines = value;
        save();
    }

    public List<PlatformDefinition> getPlatforms() {
        return Collections.unmodifiableList(platforms);
    }

    /** @throws IllegalArgumentException if a definition is invalid; the message names line and field */
    @DataBoundSetter
    public void setPlatforms(List<PlatformDefinition> value) {
        ArrayList<PlatformDefinition> definitions = new ArrayList<>(Util.fixNull(value));
        try {
            catalog(definitions);
        } catch (PlatformDefinitionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        platforms = definitions;
        save();
    }

    @Override
    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        if (!json.has(PLATFORMS)) {
            json.put(PLATFORMS, new JSONArray()); // a form without definitions does not submit them
        }
        try (BulkChange change = new BulkChange(this)) {
            req.bindJSON(this, json);
            change.commit();
            return true;
        } catch (IllegalArgumentException e) {
            load(); // some fields may be set already
            throw new FormException(Reasons.of(e), e, "networkShell");
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration of Network Shell could not be saved.", e);
        }
    }

    @Override
    public String getDisplayName() {
        return Messages.NetworkShellConfiguration_DisplayName();
    }

    @POST
    public ListBoxModel doFillHostKeysItems() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return HostKeyPolicies.items(policy -> true);
    }

    @POST
    public ListBoxModel doFillLoosestHostKeysItems() {
        return doFillHostKeysItems();
    }

    @POST
    public FormValidation doCheckHostKeys(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        Policy policy = HostKeyPolicies.parse(value);
        return policy == Policy.WARN || policy == Policy.ACCEPT_ANY
                ? FormValidation.warning(Messages.NetworkShellConfiguration_NotChecked())
                : FormValidation.ok();
    }

    @POST
    public FormValidation doCheckKnownHosts(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            KnownHostsLines.check(Util.fixNull(value));
            return FormValidation.ok();
        } catch (InvalidKnownHostsException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    @POST
    public FormValidation doCheckConsoleLines(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return FormValidation.validatePositiveInteger(value);
    }
}
