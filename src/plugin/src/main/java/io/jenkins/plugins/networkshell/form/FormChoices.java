package io.jenkins.plugins.networkshell.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.ListBoxModel;
import hudson.util.ListBoxModel.Option;
import io.jenkins.plugins.networkshell.config.HostKeyPolicies;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.PlatformDefinitionException;
import java.util.List;
import jenkins.model.Jenkins;

/** The contents of drop-downs. Users who may not change the form see only the current choice. */
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
            return PlatformCatalog.builtIn(); // the configuration page reports errors in added ones
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
        return of(item, current, Messages.FormChoices_Secure(), new Option(Messages.FormChoices_Legacy(), "legacy"));
    }

    public static ListBoxModel checksums(@CheckForNull Item item, String current) {
        return of(
                item,
                current,
                Messages.FormChoices_ChecksumResumed(),
                new Option(Messages.FormChoices_ChecksumPossible(), "true"),
                new Option(Messages.FormChoices_ChecksumRequired(), "required"));
    }

    public static ListBoxModel protocols(@CheckForNull Item item, String current) {
        return of(
                item,
                current,
                Messages.FormChoices_ProtocolAuto(),
                new Option("SFTP", "sftp"),
                new Option("SCP", "scp"));
    }

    /** The commands to which options may apply, by their lines. */
    public static ComboBoxModel commandLines(@CheckForNull Item item, String commands) {
        ComboBoxModel lines = new ComboBoxModel();
        if (mayConfigure(item)) {
            lines.addAll(CommandSheet.lines(commands));
        }
        return lines;
    }

    /** @param whenEmpty the meaning of choosing none of the others */
    public static ListBoxModel of(@CheckForNull Item item, String current, String whenEmpty, Option... others) {
        ListBoxModel items = new ListBoxModel();
        items.add(whenEmpty, "");
        if (mayConfigure(item)) {
            items.addAll(List.of(others));
        }
        return withCurrent(items, current);
    }

    /** Includes the current value even if it is no longer available, or if the user may not choose it. */
    public static ListBoxModel withCurrent(ListBoxModel items, String current) {
        String value = Util.fixNull(current);
        if (items.stream().noneMatch(option -> option.value.equals(value))) {
            items.add(value, value);
        }
        return items;
    }

    public static boolean mayConfigure(@CheckForNull Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
    }
}
