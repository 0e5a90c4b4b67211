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
 * {@code @cert-authority}. Read again for each lookup, so that a key added by hand takes effect at once.
 *
 * <p>New keys are appended to the first file, in one write under a file lock that our other processes respect;
 * OpenSSH's client also only appends. A missing file and its folder are created, readable only by their owner. Nothing
 * is written to a device such as {@code /dev/null}.
 *
 * <p>Thread-safe; serializable, with paths that refer to the machine where it is deserialized.
 */
public final class KnownHostsFiles implements HostKeyStore {
    private static final long serialVersionUID = 1L;
    /** The limit for pipes and devices: enough for the keys of some ten thousand hosts. */
    private static final int LONGEST_STREAM = 16 * 1024 * 1024;

    @SuppressWarnings("serial") // List.copyOf is serializable
    private final List<String> paths;

    private final boolean readOnly;
    /** By path, the content of pipes and devices, because a pipe can be read only once. */
    private final HashMap<String, String> streams = new HashMap<>();

    private KnownHostsFiles(List<Path> files, boolean readOnly) {
        paths = files.stream().map(Path::toString).toList();
        this.readOnly = readOnly;
    }

    /** @param files in lookup order; missing ones count as empty */
    public static KnownHostsFiles of(Path... files) {
        if (files.length == 0) {
            throw new IllegalArgumentException("No known hosts file was named.");
        }
        return new KnownHostsFiles(List.of(files), false);
    }

    /** Read-only files, or none: new keys are not stored. */
    public static KnownHostsFiles readOnly(Path... files) {
        return new KnownHostsFiles(List.of(files), true);
    }

    /** The same files; new keys are not stored. */
    public KnownHostsFiles withoutStoring() {
        return readOnly(paths.stream().map(Path::of).toArray(Path[]::new));
    }

    /** {@code ~/.ssh/known_hosts} and {@code /etc/ssh/ssh_known_hosts}, as in OpenSSH. */
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
            // Comments may be in any charset; the rest is ASCII, which this charset preserves.
            return isStream(file) ? readOnce(file) : Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new IOException(file + " (" + reason(e) + ")", e);
        }
    }

    /** Reads a pipe or a device, which may be endless. */
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
            return; // nothing is stored in devices; users name /dev/null to store nothing
        }
        try {
            append(file, host, port, key);
        } catch (IOException e) {
            throw new IOException(file + " can't be written (" + reason(e) + ")", e);
        }
    }

    /** Java's exceptions name the file, but usually not the reason. */
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

    @SuppressWarnings("try") // the lock only needs to be released
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

    /** Adds a host only once if two writers find it at the same time. */
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
            return; // another writer was faster
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
