package io.jenkins.plugins.networkshell.artifact;

import io.jenkins.plugins.networkshell.engine.session.ConfigurationArchive;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The artifact names of a session's files.
 *
 * @param configuration the path of the first configuration, with {@code /}
 */
public record ArtifactNames(String configuration) {
    private static final String FOLDER = "configs/";
    private static final String TRANSCRIPTS = "transcripts/";

    /**
     * @param port part of the name if it is not 22, to distinguish devices behind one address
     * @param archive null or {@code true}: {@code configs/<host>.cfg}; {@code false}: nothing; else a relative path
     * @return null if nothing is archived
     * @throws IllegalArgumentException if the path leads outside the artifacts
     */
    public static ArtifactNames of(String host, int port, String archive) {
        if (archive == null || archive.equalsIgnoreCase("true")) {
            String device = port == Target.SSH_PORT ? host : host + "-" + port;
            return new ArtifactNames(FOLDER + new ConfigurationArchive(Path.of("")).file(device));
        }
        if (archive.equalsIgnoreCase("false")) {
            return null;
        }
        return new ArtifactNames(path(archive));
    }

    /** Whether the user expects an artifact, because the value is a path. */
    public static boolean isNamed(String archive) {
        return archive != null && !archive.equalsIgnoreCase("true") && !archive.equalsIgnoreCase("false");
    }

    /** The artifact for the protocol log; null for none. The value is as for {@link #of}, and empty means none. */
    public static String sshLog(String host, String value) {
        return optional("ssh-logs/" + baseName(host) + ".log", value);
    }

    /** The artifact for a file about a session, with the same kind of value. */
    public static String of(SessionFile file, String host, String value) {
        return optional(file.artifactOf(baseName(host)), value);
    }

    private static String optional(String usual, String value) {
        if (value == null || value.equalsIgnoreCase("false")) {
            return null;
        }
        return value.equalsIgnoreCase("true") ? usual : path(value);
    }

    /** The artifact for the output of a command that is too long for the log. */
    public static String transcriptOf(String host) {
        return TRANSCRIPTS + baseName(host) + ".txt";
    }

    private static String baseName(String host) {
        String file = new ConfigurationArchive(Path.of("")).file(host).toString();
        return file.substring(0, extension(file));
    }

    private static String path(String value) {
        String path = value.replace('\\', '/');
        boolean outside = path.startsWith("/")
                || path.endsWith("/")
                || path.contains(":")
                || path.chars().anyMatch(Character::isISOControl)
                || List.of(path.split("/")).stream()
                        .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (outside) {
            throw new IllegalArgumentException(Messages.ArtifactNames_Path(value));
        }
        return path;
    }

    /** @param number from 0: one session may print several configurations */
    public String configuration(int number, String name) {
        if (number == 0) {
            return configuration;
        }
        int dot = extension();
        return configuration.substring(0, dot) + "." + name.toLowerCase(Locale.ROOT) + configuration.substring(dot);
    }

    /** The artifact for the full output of a session that is too long for the log. */
    public String transcript() {
        String path = configuration.startsWith(FOLDER)
                ? configuration.substring(FOLDER.length(), extension())
                : configuration.substring(0, extension());
        return TRANSCRIPTS + path + ".txt";
    }

    private int extension() {
        return extension(configuration);
    }

    /** The index of the extension's dot in the path; the end if there is none. */
    public static int extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') + 1 ? dot : path.length();
    }
}
