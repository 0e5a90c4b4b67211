package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.engine.backup.ConfigurationArchive;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Under which names a session's files become artifacts.
 *
 * @param configuration the path of the first configuration, with {@code /}
 */
record ArtifactNames(String configuration) {
    private static final String FOLDER = "configs/";

    /**
     * @param archive null or {@code true}: {@code configs/<host>.cfg}; {@code false}: nothing; else a relative path
     * @return null where nothing is to be archived
     * @throws IllegalArgumentException when the path leads out of the artifacts
     */
    static ArtifactNames of(String host, String archive) {
        if (archive == null || archive.equalsIgnoreCase("true")) {
            return new ArtifactNames(FOLDER + new ConfigurationArchive(Path.of("")).file(host));
        }
        if (archive.equalsIgnoreCase("false")) {
            return null;
        }
        String path = archive.replace('\\', '/');
        boolean outside = path.startsWith("/")
                || path.endsWith("/")
                || path.contains(":")
                || path.chars().anyMatch(Character::isISOControl)
                || List.of(path.split("/")).stream()
                        .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (outside) {
            throw new IllegalArgumentException(Messages.ArtifactNames_Path(archive));
        }
        return new ArtifactNames(path);
    }

    /** @param number from 0: one session may print several configurations */
    String configuration(int number, String name) {
        if (number == 0) {
            return configuration;
        }
        int dot = extension();
        return configuration.substring(0, dot) + "-" + name.toLowerCase(Locale.ROOT) + configuration.substring(dot);
    }

    /** For the full output of a session that was too much for the log. */
    String transcript() {
        String path = configuration.startsWith(FOLDER)
                ? configuration.substring(FOLDER.length(), extension())
                : configuration.substring(0, extension());
        return "transcripts/" + path + ".txt";
    }

    private int extension() {
        int dot = configuration.lastIndexOf('.');
        return dot > configuration.lastIndexOf('/') + 1 ? dot : configuration.length();
    }
}
