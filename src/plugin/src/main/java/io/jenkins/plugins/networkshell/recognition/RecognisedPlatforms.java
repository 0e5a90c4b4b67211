package io.jenkins.plugins.networkshell.recognition;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.util.AtomicFileWriter;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.shell.RememberedPlatform;
import io.jenkins.plugins.networkshell.engine.text.ControlCharacters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/**
 * The recognised platforms of devices whose platform is not named. This saves round trips; a session still checks the
 * platform, see {@link RememberedPlatform}.
 *
 * <p>Thread-safe. Kept in {@code network-shell/platforms} of the Jenkins home, one line per device; if that file is
 * missing or damaged, devices are recognised again.
 */
@Extension
public final class RecognisedPlatforms {
    private static final Logger LOGGER = Logger.getLogger(RecognisedPlatforms.class.getName());
    /** The maximum number of entries; beyond it, the least recently used one is dropped. */
    private static final int MOST_DEVICES = 20_000;

    private static final int MOST_OLD_LINES = 1000;
    private static final int LONGEST_VERSION = 255; // RFC 4253, section 4.2
    private static final String GENERIC = "generic";
    private static final String SEPARATOR = "\t";

    private record Recognised(String platform, String serverVersion) {}

    private final Path folder;
    private final Path file;
    private final Map<String, Recognised> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Recognised> eldest) {
            return size() > MOST_DEVICES;
        }
    };

    public RecognisedPlatforms() {
        folder = Jenkins.get().getRootDir().toPath().resolve("network-shell");
        file = folder.resolve("platforms");
        read();
    }

    public static RecognisedPlatforms get() {
        return ExtensionList.lookupSingleton(RecognisedPlatforms.class);
    }

    private void read() {
        int lines = 0;
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                lines++;
                String[] parts = line.split(SEPARATOR, -1);
                if (parts.length == 3 && parts[1].isEmpty()) {
                    entries.remove(parts[0]);
                } else if (parts.length == 3) {
                    entries.put(parts[0], new Recognised(parts[1], parts[2]));
                }
            }
        } catch (NoSuchFileException e) {
            // nothing was recognised yet
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The platforms of devices are recognised again: " + file + " can't be read.", e);
        }
        if (lines > 2 * entries.size() + MOST_OLD_LINES) {
            rewrite();
        }
    }

    /** @param catalog the current platforms; an entry for a removed one is ignored */
    public synchronized Optional<RememberedPlatform> of(DeviceKey device, PlatformCatalog catalog) {
        Recognised entry = entries.get(clean(device.text()));
        return entry == null
                ? Optional.empty()
                : catalog.find(entry.platform()).map(found -> new RememberedPlatform(found, entry.serverVersion()));
    }

    /**
     * Learns from a session with a device whose platform is not named.
     *
     * @param platform the name of the recognised platform; {@code generic} means that none was recognised, and null that
     *     the session failed, perhaps because the platform was wrong
     * @param serverVersion the identification line of the server; null if it is not known
     */
    public synchronized void learn(DeviceKey device, String platform, String serverVersion) {
        if (platform == null) {
            forget(device);
        } else if (serverVersion != null) {
            remember(device, platform, serverVersion);
        }
    }

    private void remember(DeviceKey device, String platform, String serverVersion) {
        if (platform.isEmpty() || platform.equals(GENERIC) || serverVersion.length() > LONGEST_VERSION) {
            return;
        }
        String key = clean(device.text());
        Recognised entry = new Recognised(clean(platform), clean(serverVersion));
        if (!entry.equals(entries.put(key, entry))) {
            append(line(key, entry));
        }
    }

    private void forget(DeviceKey device) {
        String key = clean(device.text());
        if (entries.remove(key) != null) {
            append(line(key, new Recognised("", "")));
        }
    }

    private static String line(String key, Recognised entry) {
        return String.join(SEPARATOR, key, entry.platform(), entry.serverVersion()) + "\n";
    }

    /**
     * Appends a line, which is cheap if thousands of devices are recognised in one night; the last line of a device
     * counts.
     */
    private void append(String line) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The platforms of devices can't be written to " + file + ".", e);
        }
    }

    private void rewrite() {
        try (AtomicFileWriter writer = new AtomicFileWriter(file, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, Recognised> entry : entries.entrySet()) {
                writer.write(line(entry.getKey(), entry.getValue()));
            }
            writer.commit();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The platforms of devices can't be written to " + file + ".", e);
        }
    }

    private static String clean(String text) {
        return ControlCharacters.replaced(text, '?');
    }
}
