package io.jenkins.plugins.networkshell.backup.inventory;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.inventory.Inventory;
import io.jenkins.plugins.networkshell.engine.backup.inventory.InventoryFiles;
import io.jenkins.plugins.networkshell.engine.backup.inventory.InventoryReader;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.io.IOException;
import java.util.List;

/**
 * The inventory of a build. All except a global one may be written by people who may not use the credentials, so they
 * can't name a credential, weaken the host key check or read other files.
 *
 * @param inventory as written
 * @param credentials the table that comes with a global inventory
 */
public record JobInventory(Inventory inventory, List<HostCredentials> credentials) {
    public JobInventory {
        credentials = List.copyOf(credentials);
    }

    /**
     * @param workspace null without one
     * @throws AbortException if something is missing or invalid; the message is one sentence
     */
    public static JobInventory read(
            InventoryChoice choice, PlatformCatalog catalog, Run<?, ?> run, @CheckForNull FilePath workspace)
            throws AbortException {
        choice.checked();
        try {
            if (choice.global() != null) {
                GlobalInventory found = NetworkInventories.get()
                        .inventory(choice.global())
                        .orElseThrow(() -> new AbortException(Messages.JobInventory_NoGlobal(choice.global())));
                return new JobInventory(found.read(catalog), found.getCredentials());
            }
            InventoryReader reader = InventoryReader.untrusted(catalog);
            if (choice.text() != null) {
                return of(reader.read(choice.title(), choice.text(), InventoryFiles.NONE));
            }
            if (choice.managed() != null) {
                return of(reader.read(choice.managed(), managed(run, choice.managed()), InventoryFiles.NONE));
            }
            return of(fromWorkspace(reader, choice.file(), workspace));
        } catch (InventoryException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private static JobInventory of(Inventory inventory) {
        return new JobInventory(inventory, List.of());
    }

    private static String managed(Run<?, ?> run, String id) throws AbortException {
        if (ManagedFileSource.all().isEmpty()) {
            throw new AbortException(Messages.JobInventory_NoManagedFiles());
        }
        return ManagedFileSource.all().stream()
                .flatMap(source -> source.text(run, id).stream())
                .findFirst()
                .orElseThrow(() -> new AbortException(Messages.JobInventory_NoManaged(id)));
    }

    private static Inventory fromWorkspace(InventoryReader reader, String path, FilePath workspace)
            throws AbortException, InventoryException {
        if (workspace == null) {
            throw new AbortException(Messages.JobInventory_NoWorkspace(path));
        }
        String text;
        try {
            text = new WorkspaceFiles(workspace).read(path).orElse(null);
        } catch (IOException e) {
            throw new AbortException(Messages.JobInventory_Unreadable(path, e.getMessage()));
        }
        if (text == null) {
            throw new AbortException(Messages.JobInventory_NoFile(path));
        }
        FilePath folder = workspace.child(path).getParent();
        return reader.read(path, text, folder == null ? InventoryFiles.NONE : new WorkspaceFiles(folder));
    }
}
