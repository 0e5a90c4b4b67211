package io.jenkins.plugins.networkshell.backup.inventory;

import hudson.AbortException;
import java.util.stream.Stream;

/**
 * The source of an inventory. Exactly one of the four is set.
 *
 * @param file a path in the workspace
 * @param text the inventory itself
 * @param global the name of one in the global configuration
 * @param managed the id of a managed file
 */
public record InventoryChoice(String file, String text, String global, String managed) {
    /** @throws AbortException if none or several are set */
    public InventoryChoice checked() throws AbortException {
        long given = Stream.of(file, text, global, managed)
                .filter(one -> one != null)
                .count();
        if (given != 1) {
            throw new AbortException(given == 0 ? Messages.InventoryChoice_None() : Messages.InventoryChoice_Several());
        }
        return this;
    }

    /** Its name in log lines. */
    public String title() {
        if (file != null) {
            return file;
        }
        if (global != null) {
            return global;
        }
        return managed == null ? "inventoryText" : managed;
    }
}
