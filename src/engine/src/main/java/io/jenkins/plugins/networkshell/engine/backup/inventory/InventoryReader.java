package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.input.FieldCheck;
import io.jenkins.plugins.networkshell.engine.backup.input.InputFile;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Reads inventories. Immutable and thread-safe. A file with any mistake is refused completely, because a silently
 * skipped device would be noticed only when its configuration is needed.
 *
 * <p>An inventory is trusted if everybody who can change it may also use the credentials, like a user's own file at the
 * terminal. An untrusted one (for example in a repository that many people write to) can't name credentials, weaken the
 * host key check, read environment variables, or include files outside its folder.
 *
 * <pre>{@code
 * Inventory inventory = InventoryReader.untrusted(catalog)
 *         .read(Path.of("devices.yaml"))
 *         .select(Selection.of(List.of("site:berlin"), List.of()))
 *         .bind(CredentialTable.read(Path.of("credentials.yaml")));
 * }</pre>
 */
public final class InventoryReader {
    private final PlatformCatalog catalog;
    private final boolean trusted;
    private final Map<String, String> environment;
    private final InventoryFormat format;

    private InventoryReader(
            PlatformCatalog catalog, boolean trusted, Map<String, String> environment, InventoryFormat format) {
        this.catalog = catalog;
        this.trusted = trusted;
        this.environment = Map.copyOf(environment);
        this.format = format;
    }

    /** @param environment the variables that the inventory can use */
    public static InventoryReader trusted(PlatformCatalog catalog, Map<String, String> environment) {
        return new InventoryReader(catalog, true, environment, null);
    }

    public static InventoryReader untrusted(PlatformCatalog catalog) {
        return new InventoryReader(catalog, false, Map.of(), null);
    }

    /** Sets the format. By default it is detected from the content. */
    public InventoryReader format(InventoryFormat named) {
        return new InventoryReader(catalog, trusted, environment, named);
    }

    /** @throws InventoryException with all problems, or if the file can't be read */
    public Inventory read(Path file) throws InventoryException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        InventoryFiles files = trusted ? FolderFiles.from(folder) : FolderFiles.within(folder);
        String text;
        try {
            text = InputFile.text(file);
        } catch (IOException e) {
            throw InputFile.unreadable(file.toString(), e);
        }
        return read(file.toString(), text, files);
    }

    /**
     * @param source what messages call the text
     * @param files the files that the inventory can include; for an untrusted one, limited to its folder
     * @throws InventoryException with all problems
     */
    public Inventory read(String source, String text, InventoryFiles files) throws InventoryException {
        Reading reading = new Reading(trusted, new Variables(environment), new FieldCheck(catalog), files);
        InventoryFormat read = new SourceReader(reading).read(source, text, format);
        List<Device> devices = new DraftResolver(reading).resolve();
        return new Inventory(read, devices, reading.notices());
    }
}
