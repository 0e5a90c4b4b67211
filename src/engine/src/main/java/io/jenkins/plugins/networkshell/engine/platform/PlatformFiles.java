package io.jenkins.plugins.networkshell.engine.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and reads the texts of definitions; does not interpret them. */
final class PlatformFiles {
    private PlatformFiles() {}

    /**
     * @param name the file's name, for messages
     */
    record Source(String name, String text) implements Serializable {}

    /** The definition that ships in {@code file}. */
    static Source shipped(String file) {
        return new Source(
                file,
                resource(file)
                        .orElseThrow(() ->
                                new IllegalStateException("The shipped platform file '" + file + "' is missing.")));
    }

    static List<Source> read(Path directoryOrFile) throws PlatformDefinitionException {
        String name = directoryOrFile.toString();
        if (!Files.exists(directoryOrFile)) {
            throw PlatformDefinitionException.ofFile(
                    name, "does not exist", "a YAML file or a directory of YAML files", null);
        }
        List<Source> sources = new ArrayList<>();
        for (Path file : files(directoryOrFile)) {
            sources.add(new Source(String.valueOf(file.getFileName()), text(file)));
        }
        return sources;
    }

    private static List<Path> files(Path directoryOrFile) throws PlatformDefinitionException {
        if (!Files.isDirectory(directoryOrFile)) {
            return List.of(directoryOrFile);
        }
        try (Stream<Path> entries = Files.list(directoryOrFile)) {
            return entries.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(directoryOrFile, e);
        }
    }

    private static String text(Path file) throws PlatformDefinitionException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(DefinitionTree.MAX_CHARACTERS + 1);
            if (bytes.length > DefinitionTree.MAX_CHARACTERS) {
                throw PlatformDefinitionException.ofFile(
                        String.valueOf(file.getFileName()),
                        "the definition is too big",
                        "at most " + DefinitionTree.MAX_CHARACTERS + " characters",
                        null);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw PlatformDefinitionException.ofFile(
                    String.valueOf(file.getFileName()), "is not UTF-8 text", "a YAML file in UTF-8", e);
        } catch (PlatformDefinitionException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static PlatformDefinitionException unreadable(Path file, Exception e) {
        return PlatformDefinitionException.ofFile(
                file.toString(),
                "cannot be read (" + FieldReader.oneLine(e.getMessage()) + ")",
                "a readable YAML file or directory",
                e);
    }

    /** The text of a resource of this package; empty if it does not exist. */
    static Optional<String> resource(String file) {
        try (InputStream in = PlatformFiles.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
