package io.jenkins.plugins.networkshell.backup.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Stores values in files, as JSON. A file is replaced as a whole, so that a reader sees the old or the new one. */
final class JsonFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // a newer version may have written it
            // Excludes what a record derives from its components (isEmpty).
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .build();

    private JsonFile() {}

    /** Reads a file that {@link #writeCompressed} wrote; empty if it does not exist. */
    static <T> Optional<T> readCompressed(Path file, Class<T> type) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return Optional.of(JSON.readValue(in, type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Small enough for a thousand builds of thousands of devices. */
    static void writeCompressed(Path file, Object value) throws IOException {
        replace(file, part -> {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
                JSON.writeValue(out, value);
            }
        });
    }

    /** Empty if the file does not exist. */
    static <T> List<T> readList(Path file, TypeReference<List<T>> type) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return JSON.readValue(in, type);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    static void write(Path file, Object value) throws IOException {
        replace(file, part -> {
            try (OutputStream out = Files.newOutputStream(part)) {
                JSON.writeValue(out, value);
            }
        });
    }

    /** One line of a file with one value per line. */
    static String line(Object value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // records of numbers and texts can always be written
        }
    }

    /** Empty for an incomplete line: the process ended while it was written. */
    static <T> Optional<T> parse(String line, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(line, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private interface Content {
        void write(Path part) throws IOException;
    }

    private static void replace(Path file, Content content) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, ".part", null);
        try {
            content.write(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
