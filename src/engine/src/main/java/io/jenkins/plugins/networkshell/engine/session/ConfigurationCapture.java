package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Set;

/**
 * Writes a configuration to its file, in UTF-8 with {@code \n}. Closing it without {@link #commit()} leaves no trace.
 * For one thread at a time.
 *
 * <p>A new file is readable only by its owner, because configurations contain secrets; a file that replaces another
 * keeps its permissions.
 */
public final class ConfigurationCapture implements LineSink, AutoCloseable {
    private final Path file;
    private final Path temporary;
    private final Writer writer;
    private IOException broken;
    private boolean done;

    ConfigurationCapture(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        Path folder = Objects.requireNonNull(this.file.getParent(), "a file is in a folder");
        // In the same folder, because a move is atomic only within one file system.
        this.temporary = Files.createTempFile(folder, "." + file.getFileName() + ".", ".new");
        this.writer = new BufferedWriter(Files.newBufferedWriter(temporary, StandardCharsets.UTF_8), 1 << 16);
    }

    /** The final path of the configuration. */
    public Path file() {
        return file;
    }

    /** A write error is kept for {@link #commit()}, so that it does not break the session. */
    @Override
    public void text(String text, boolean ended) {
        if (broken != null || done) {
            return;
        }
        try {
            writer.write(text);
            if (ended) {
                writer.write('\n');
            }
        } catch (IOException e) {
            broken = e;
        }
    }

    @Override
    public void lines(String lines) {
        if (broken != null || done) {
            return;
        }
        try {
            writer.write(lines);
        } catch (IOException e) {
            broken = e;
        }
    }

    /** Puts the configuration in place atomically, replacing an existing file. */
    public void commit() throws IOException {
        if (broken != null) {
            throw broken;
        }
        writer.close();
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true); // or else a crash could leave an empty file under the final name
        }
        keepPermissions();
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        done = true;
    }

    private void keepPermissions() throws IOException {
        try {
            Set<PosixFilePermission> before = Files.getPosixFilePermissions(file);
            Files.setPosixFilePermissions(temporary, before);
        } catch (NoSuchFileException | UnsupportedOperationException e) {
            // A first capture, or a file system without such permissions: keeps the permissions as created.
        }
    }

    @Override
    public void close() throws IOException {
        if (!done) {
            done = true;
            try {
                writer.close();
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
