package io.jenkins.plugins.networkshell.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.config.HostKeyPolicies;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.PlatformDefinitionException;
import jenkins.model.Jenkins;

/** Drop-downs. Who may not change the form sees what is chosen, and nothing else. */
public final class FormChoices {
    private FormChoices() {}

    public static ListBoxModel platforms(@CheckForNull Item item, String current) {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.FormChoices_Auto(), "");
        if (mayConfigure(item)) {
            for (Naming platform : catalog().namings()) {
                items.add(platform.title() + " (" + platform.name() + ")", platform.name());
            }
        }
        return withCurrent(items, current);
    }

    private static PlatformCatalog catalog() {
        try {
            return NetworkShellConfiguration.get().catalog();
        } catch (PlatformDefinitionException e) {
            return PlatformCatalog.builtIn(); // the administrator's own are complained about where they are configured
        }
    }

    public static ListBoxModel hostKeys(@CheckForNull Item item, String current) {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.FormChoices_Global(), "");
        if (mayConfigure(item)) {
            items.addAll(HostKeyPolicies.items(NetworkShellConfiguration.get()::allows));
        }
        return withCurrent(items, current);
    }

    public static ListBoxModel algorithms(@CheckForNull Item item, String current) {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.FormChoices_Secure(), "");
        if (mayConfigure(item)) {
            items.add(Messages.FormChoices_Legacy(), "legacy");
        }
        return withCurrent(items, current);
    }

    public static ListBoxModel checksums(@CheckForNull Item item, String current) {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.FormChoices_ChecksumResumed(), "");
        if (mayConfigure(item)) {
            items.add(Messages.FormChoices_ChecksumPossible(), "true");
            items.add(Messages.FormChoices_ChecksumRequired(), "required");
        }
        return withCurrent(items, current);
    }

    public static ListBoxModel protocols(@CheckForNull Item item, String current) {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.FormChoices_ProtocolAuto(), "");
        if (mayConfigure(item)) {
            items.add("SFTP", "sftp");
            items.add("SCP", "scp");
        }
        return withCurrent(items, current);
    }

    private static ListBoxModel withCurrent(ListBoxModel items, String current) {
        String value = Util.fixNull(current);
        if (items.stream().noneMatch(option -> option.value.equals(value))) {
            items.add(value, value);
        }
        return items;
    }

    private static boolean mayConfigure(Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
    }
}
