package io.jenkins.plugins.networkshell.engine.target.openssh;

import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * OpenSSH {@code known_hosts} files: hashed names, {@code [host]:port}, wildcards and negation, {@code @revoked} and
 * {@code @cert-authority}. Read anew for each lookup, so that a key added by hand is seen at once.
 *
 * <p>New keys go to the end of the first file, in one write under a lock on the file that other processes of ours
 * respect; OpenSSH's client, too, only appends. The file and its folder are created when missing, readable to their
 * owner only. A device such as {@code /dev/null} is left alone: nothing is kept there.
 *
 * <p>Thread-safe; serializable, and then the paths mean those of the machine it arrives at.
 */
public final class KnownHostsFiles implements HostKeyStore {
    private static final long serialVersionUID = 1L;
    /** What a pipe or a device may have to say: a known hosts file for some ten thousand devices. */
    private static final int LONGEST_STREAM = 16 * 1024 * 1024;

    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<String> paths;

    private final boolean readOnly;
    /** By path, what pipes and devices have said: a pipe says it once. */
    private final HashMap<String, String> streams = new HashMap<>();

    private KnownHostsFiles(List<Path> files, boolean readOnly) {
        paths = files.stream().map(Path::toString).toList();
        this.readOnly = readOnly;
    }

    /** @param files looked up in this order; absent ones count as empty */
    public static KnownHostsFiles of(Path... files) {
        if (files.length == 0) {
            throw new IllegalArgumentException("No known hosts file was named.");
        }
        return new KnownHostsFiles(List.of(files), false);
    }

    /** Files that others keep, or none: what is to be remembered is forgotten. */
    public static KnownHostsFiles readOnly(Path... files) {
        return new KnownHostsFiles(List.of(files), true);
    }

    /** {@code ~/.ssh/known_hosts} and {@code /etc/ssh/ssh_known_hosts}, as OpenSSH. */
    public static KnownHostsFiles ofUserAndSystem() {
        return of(Path.of(System.getProperty("user.home"), ".ssh", "known_hosts"), Path.of("/etc/ssh/ssh_known_hosts"));
    }

    @Override
    public List<Entry> lookup(String host, int port) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String path : paths) {
            entries.addAll(KnownHostsText.lookup(read(Path.of(path)), path + ":", host, port));
        }
        return entries;
    }

    private String read(Path file) throws IOException {
        try {
            // Comments may be in any charset; the rest is ASCII, which this one keeps.
            return isStream(file) ? readOnce(file) : Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new IOException(file + " (" + reason(e) + ")", e);
        }
    }

    /** A pipe or a device, perhaps one that never ends. */
    private static boolean isStream(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    private synchronized String readOnce(Path file) throws IOException {
        String known = streams.get(file.toString());
        if (known == null) {
            known = readStream(file);
            streams.put(file.toString(), known);
        }
        return known;
    }

    private static String readStream(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST_STREAM);
            if (bytes.length == LONGEST_STREAM) {
                throw new IOException("it is not a regular file and has no end");
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void add(String host, int port, HostKey key) throws IOException {
        if (readOnly) {
            return;
        }
        Path file = Path.of(paths.get(0));
        if (isStream(file)) {
            return; // nothing is kept there, and /dev/null in this place says that nothing is to be kept
        }
        try {
            append(file, host, port, key);
        } catch (IOException e) {
            throw new IOException(file + " can't be written (" + reason(e) + ")", e);
        }
    }

    /** Java's exceptions say which file it was, and mostly not what was wrong. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is not a folder";
        } else if (e instanceof FileSystemException system) {
            return system.getReason() == null ? "it can't be created" : system.getReason();
        }
        return e.getMessage();
    }

    @SuppressWarnings("try") // the lock is only there to be released
    private static void append(Path file, String host, int port, HostKey key) throws IOException {
        createIfMissing(file);
        // Threads of one process cannot wait for each other's file locks, hence both.
        synchronized (KnownHostsFiles.class) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                byte[] before = new byte[(int) channel.size()];
                channel.read(ByteBuffer.wrap(before), 0);
                append(channel, before, host, port, key);
            }
        }
    }

    /** Two writers that met the same new host add it once. */
    private static void append(FileChannel channel, byte[] before, String host, int port, HostKey key)
            throws IOException {
        String text = new String(before, StandardCharsets.ISO_8859_1);
        boolean there = KnownHostsText.lookup(text, "", host, port).stream()
                .anyMatch(entry -> entry.marker() == Marker.NONE && entry.key().equals(key));
        if (there) {
            return;
        }
        String line = new KnownHostsLine(Marker.NONE, HostKey.hostField(host, port), key, "").text() + "\n";
        if (!text.isEmpty() && !text.endsWith("\n")) {
            line = "\n" + line;
        }
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private static void createIfMissing(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is not a file");
        }
        Files.createDirectories(folder, posix ? attributes("rwx------") : new FileAttribute<?>[0]);
        try {
            Files.createFile(file, posix ? attributes("rw-------") : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException e) {
            return; // someone else was quicker
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    @Override
    public String toString() {
        return String.join(", ", paths);
    }
}
