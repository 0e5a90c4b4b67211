package io.jenkins.plugins.networkshell.backup.inventory;

import hudson.AbortException;
import java.util.stream.Stream;

/**
 * Where an inventory is. Exactly one of the four is given.
 *
 * @param file a path in the workspace
 * @param text the inventory itself
 * @param global the name of one in the global configuration
 * @param managed the id of a managed file
 */
public record InventoryChoice(String file, String text, String global, String managed) {
    /** @throws AbortException when none is given, or several are */
    public InventoryChoice checked() throws AbortException {
        long given = Stream.of(file, text, global, managed)
                .filter(one -> one != null)
                .count();
        if (given != 1) {
            throw new AbortException(given == 0 ? Messages.InventoryChoice_None() : Messages.InventoryChoice_Several());
        }
        return this;
    }

    /** What lines of the log call it. */
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
