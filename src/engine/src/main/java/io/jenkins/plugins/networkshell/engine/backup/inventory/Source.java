package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.text.Position;
import java.util.List;

/**
 * One file of an inventory.
 *
 * @param name for messages
 * @param path relative to the inventory's folder: what the paths in it are relative to
 * @param defaults that hold for its devices, the outermost file's first
 */
record Source(String name, String path, String text, List<Draft.Values> defaults) {
    /** A path in this file, as {@link InventoryFiles} takes it. */
    String resolve(String relative) {
        int slash = path.lastIndexOf('/');
        return relative.startsWith("/") || slash < 0 ? relative : path.substring(0, slash + 1) + relative;
    }

    Position line(long number) {
        return new Position(name, (int) number);
    }
}
