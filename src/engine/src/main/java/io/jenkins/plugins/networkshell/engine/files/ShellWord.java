package io.jenkins.plugins.networkshell.engine.files;

import java.util.regex.Pattern;

/** Text as one word of a POSIX shell's command line. */
final class ShellWord {
    /** Left as it is: the SCP servers of network devices are no shells, and take quotes for part of the name. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");

    private ShellWord() {}

    /** A path; one that begins with a minus does not become an option. */
    static String quoted(String path) {
        String safe = path.startsWith("-") ? "./" + path : path;
        return HARMLESS.matcher(safe).matches() ? safe : "'" + safe.replace("'", "'\\''") + "'";
    }
}
