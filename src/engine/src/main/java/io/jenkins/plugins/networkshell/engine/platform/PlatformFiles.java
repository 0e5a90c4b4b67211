package io.jenkins.plugins.networkshell.engine.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds and reads the texts of definitions; knows nothing of what is in them. */
final class PlatformFiles {
    /** Lists the shipped files, one a line: the class path itself cannot be listed. */
    private static final String INDEX = "platforms.txt";

    private PlatformFiles() {}

    /**
     * @param name the file's name, for messages
     */
    record Source(String name, String text) {}

    static List<Source> shipped() throws PlatformDefinitionException {
        List<Source> sources = new ArrayList<>();
        for (String file : resource(INDEX).lines().toList()) {
            if (!file.isBlank()) {
                sources.add(new Source(file, resource(file)));
            }
        }
        return sources;
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
            byte[] bytes = in.readNBytes(YamlTree.MAX_CHARACTERS + 1);
            if (bytes.length > YamlTree.MAX_CHARACTERS) {
                throw YamlTree.tooBig(String.valueOf(file.getFileName()));
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
                "cannot be read (" + YamlTree.oneLine(e.getMessage()) + ")",
                "a readable YAML file or directory",
                e);
    }

    private static String resource(String file) {
        try (InputStream in = PlatformFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The shipped platform file '" + file + "' is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
