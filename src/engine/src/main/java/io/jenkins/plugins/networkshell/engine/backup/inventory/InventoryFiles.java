package io.jenkins.plugins.networkshell.engine.backup.inventory;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Access to the files of an inventory: included files, and Ansible's group and host variables. */
public interface InventoryFiles {
    /** No files, for an inventory given as a text. */
    InventoryFiles NONE = new InventoryFiles() {
        @Override
        public Optional<String> read(String path) {
            return Optional.empty();
        }

        @Override
        public List<String> list(String folder) {
            return List.of();
        }
    };

    /**
     * @param path relative to the inventory's folder, or absolute, with {@code /}
     * @return the text; empty if the file does not exist or may not be read
     */
    Optional<String> read(String path) throws IOException;

    /** The names of the files and folders in a folder, sorted; empty if there is no such folder. */
    List<String> list(String folder) throws IOException;
}
