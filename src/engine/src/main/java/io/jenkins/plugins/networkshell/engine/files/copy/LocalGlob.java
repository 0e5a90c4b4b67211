package io.jenkins.plugins.networkshell.engine.files.copy;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds local files by patterns that no shell has expanded, with the same syntax as on the device. */
public final class LocalGlob {
    private LocalGlob() {}

    /**
     * @param base the folder for relative patterns
     * @param pattern with {@code *}, {@code ?} and {@code [a-z]} per part of the path; slashes between the parts
     * @return in alphabetical order per folder; without wildcards, the file itself, whether it exists or not; empty if
     *     nothing matches
     */
    public static List<Path> find(Path base, String pattern) throws NetworkShellException {
        if (!Glob.isPattern(pattern) || Files.exists(base.resolve(pattern))) {
            return List.of(base.resolve(Glob.isPattern(pattern) ? pattern : Glob.literal(pattern)));
        }
        return Glob.expand(pattern, folder -> entries(base.resolve(folder))).stream()
                .map(base::resolve)
                .toList();
    }

    private static List<Glob.Entry> entries(Path folder) throws NetworkShellException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> new Glob.Entry(child.getFileName().toString(), Files.isDirectory(child)))
                    .toList();
        } catch (IOException e) {
            throw LocalFiles.failure("", folder, "listed", e);
        }
    }
}
