package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.Problem;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads texts as inventories. */
final class Inventories {
    static final Map<String, String> ENVIRONMENT = Map.of("SITE_DOMAIN", "berlin.example.net", "EMPTY", "");

    private Inventories() {}

    /** Files in memory. */
    static final class MemoryFiles implements InventoryFiles {
        private final Map<String, String> files = new TreeMap<>();

        MemoryFiles with(String path, String text) {
            files.put(path, text);
            return this;
        }

        @Override
        public Optional<String> read(String path) {
            return Optional.ofNullable(files.get(path));
        }

        @Override
        public List<String> list(String folder) {
            return files.keySet().stream()
                    .filter(path -> path.startsWith(folder + "/"))
                    .map(path -> path.substring(folder.length() + 1).split("/")[0])
                    .distinct()
                    .toList();
        }
    }

    static InventoryReader trusted() {
        return InventoryReader.trusted(PlatformCatalog.builtIn(), ENVIRONMENT);
    }

    static InventoryReader untrusted() {
        return InventoryReader.untrusted(PlatformCatalog.builtIn());
    }

    static Inventory read(String text) throws InventoryException {
        return trusted().read("devices.yaml", text, InventoryFiles.NONE);
    }

    static Inventory read(String text, InventoryFiles files) throws InventoryException {
        return trusted().read("devices.yaml", text, files);
    }

    static Device device(Inventory inventory, String name) {
        return inventory.devices().stream()
                .filter(device -> device.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The sentences of all problems of a text that is refused. */
    static List<String> problems(InventoryReader reader, String text, InventoryFiles files) {
        try {
            Inventory read = reader.read("devices.yaml", text, files);
            throw new AssertionError("was read: " + read);
        } catch (InventoryException e) {
            return e.problems().stream().map(Problem::sentence).toList();
        }
    }

    static List<String> problems(String text) {
        return problems(trusted(), text, InventoryFiles.NONE);
    }
}
