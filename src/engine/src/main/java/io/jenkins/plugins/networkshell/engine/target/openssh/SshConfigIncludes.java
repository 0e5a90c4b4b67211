package io.jenkins.plugins.networkshell.engine.target.openssh;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the files that match a pattern, as glob(7) does: wildcards work in folders, too, but do not match hidden files.
 */
final class SshConfigIncludes {
    private SshConfigIncludes() {}

    /** Sorted by name, without folders. */
    static List<Path> matching(Path pattern) throws NetworkShellException {
        List<Path> found = List.of(pattern.getRoot());
        for (Path name : pattern) {
            List<Path> deeper = new ArrayList<>();
            for (Path folder : found) {
                deeper.addAll(in(folder, name.toString()));
            }
            found = deeper;
        }
        return found.stream().filter(file -> !Files.isDirectory(file)).sorted().toList();
    }

    private static List<Path> in(Path folder, String name) throws NetworkShellException {
        List<Path> found = new ArrayList<>();
        if (name.chars().noneMatch(c -> "*?[".indexOf(c) >= 0)) {
            Path file = folder.resolve(name);
            return Files.exists(file) ? List.of(file) : found;
        }
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name)) {
            for (Path file : files) {
                if (name.startsWith(".") || !String.valueOf(file.getFileName()).startsWith(".")) {
                    found.add(file);
                }
            }
        } catch (IOException e) {
            throw new NetworkShellException(
                    ErrorKind.BAD_INPUT, "", folder + " could not be read: " + e.getMessage() + ".", null, e);
        }
        return found;
    }
}
