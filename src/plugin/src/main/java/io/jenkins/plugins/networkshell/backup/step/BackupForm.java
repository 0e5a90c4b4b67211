package io.jenkins.plugins.networkshell.backup.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Label;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.networkshell.backup.inventory.ManagedFileSource;
import io.jenkins.plugins.networkshell.backup.inventory.NetworkInventories;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.Problem;
import io.jenkins.plugins.networkshell.engine.backup.inventory.Inventory;
import io.jenkins.plugins.networkshell.engine.backup.inventory.InventoryFiles;
import io.jenkins.plugins.networkshell.engine.backup.inventory.InventoryReader;
import io.jenkins.plugins.networkshell.engine.backup.inventory.Selection;
import io.jenkins.plugins.networkshell.engine.backup.report.Threshold;
import io.jenkins.plugins.networkshell.engine.platform.PlatformDefinitionException;
import io.jenkins.plugins.networkshell.form.FormChoices;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The choices and checks of a backup's form. Users who may not change the form see only the current choice. */
public final class BackupForm {
    private static final int MOST_PROBLEMS = 10;

    private BackupForm() {}

    public static ListBoxModel globalInventories(@CheckForNull Item item, String current) {
        return FormChoices.withCurrent(
                FormChoices.mayConfigure(item) ? NetworkInventories.get().items() : empty(), current);
    }

    public static ListBoxModel managedFiles(@CheckForNull Item item, String current) {
        ListBoxModel items = empty();
        if (FormChoices.mayConfigure(item)) {
            ManagedFileSource.all().forEach(source -> source.addTo(items, item));
        }
        return FormChoices.withCurrent(items, current);
    }

    public static ListBoxModel shardings(@CheckForNull Item item, String current) {
        return FormChoices.of(
                item, current, Messages.BackupForm_Even(), new ListBoxModel.Option(Messages.BackupForm_Site(), "site"));
    }

    private static ListBoxModel empty() {
        ListBoxModel items = new ListBoxModel();
        items.add("");
        return items;
    }

    /** Exactly one of the four must be set. */
    public static FormValidation inventory(String file, String text, String global, String managed) {
        long given = Stream.of(file, text, global, managed)
                .filter(one -> Util.fixEmptyAndTrim(one) != null)
                .count();
        if (given == 1) {
            return FormValidation.ok();
        }
        return FormValidation.error(
                given == 0
                        ? io.jenkins.plugins.networkshell.backup.inventory.Messages.InventoryChoice_None()
                        : io.jenkins.plugins.networkshell.backup.inventory.Messages.InventoryChoice_Several());
    }

    /** Empty is allowed. */
    public static FormValidation text(String text) {
        if (Util.fixEmptyAndTrim(text) == null) {
            return FormValidation.ok();
        }
        try {
            Inventory inventory = InventoryReader.untrusted(
                            NetworkShellConfiguration.get().catalog())
                    .read("inventoryText", text, InventoryFiles.NONE);
            return FormValidation.ok(
                    Messages.BackupForm_Devices(inventory.devices().size()));
        } catch (InventoryException e) {
            return FormValidation.error(problems(e));
        } catch (PlatformDefinitionException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    private static String problems(InventoryException e) {
        return e.problems().stream().limit(MOST_PROBLEMS).map(Problem::sentence).collect(Collectors.joining("\n"));
    }

    /** Empty is allowed. */
    public static FormValidation choices(String text) {
        if (Util.fixEmptyAndTrim(text) == null || text.contains("$")) {
            return FormValidation.ok();
        }
        try {
            Selection.of(List.of(text), List.of());
            return FormValidation.ok();
        } catch (InventoryException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Empty is allowed. */
    public static FormValidation threshold(String text) {
        if (Util.fixEmptyAndTrim(text) == null || text.contains("$")) {
            return FormValidation.ok();
        }
        try {
            new Threshold(text);
            return FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** @param folder null for none */
    public static FormValidation folder(@CheckForNull String folder) {
        return isFolder(folder) ? FormValidation.ok() : FormValidation.error(Messages.BackupForm_Folder(folder));
    }

    /** Whether the artifacts may go there: only below the build's artifacts. */
    public static boolean isFolder(@CheckForNull String folder) {
        return folder == null
                || folder.isEmpty()
                || folder.matches("[^/\\\\:*?\"<>|\\p{Cntrl}]+(/[^/\\\\:*?\"<>|\\p{Cntrl}]+)*")
                        && Stream.of(folder.split("/")).noneMatch(part -> part.equals("..") || part.equals("."));
    }

    /** Empty is allowed. */
    public static FormValidation label(String text) {
        String label = Util.fixEmptyAndTrim(text);
        if (label == null || label.contains("$")) {
            return FormValidation.ok();
        }
        try {
            Label found = Label.parseExpression(label);
            return found.isEmpty() ? FormValidation.warning(Messages.BackupForm_NoAgent(label)) : FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
