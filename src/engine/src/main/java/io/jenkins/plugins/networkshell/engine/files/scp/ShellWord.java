package io.jenkins.plugins.networkshell.engine.files.scp;

import io.jenkins.plugins.networkshell.engine.files.NameBytes;
import java.util.regex.Pattern;

/** Text as one word of a POSIX shell's command line. */
public final class ShellWord {
    /**
     * Left unquoted if possible, because the SCP servers of network devices are not shells and treat quotes as part of
     * the name.
     */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");

    private ShellWord() {}

    /** A path; one that begins with a minus does not become an option. */
    public static String quoted(String path) {
        String safe = path.startsWith("-") ? "./" + path : path;
        if (HARMLESS.matcher(safe).matches()) {
            return safe;
        }
        StringBuilder word = new StringBuilder("'");
        safe.codePoints().forEach(c -> {
            if (c == '\'') {
                word.append("'\\''");
            } else if (NameBytes.isByte(c)) {
                // The command is text; the shell produces the byte.
                word.append("'\"$(printf '\\")
                        .append(Integer.toOctalString(c & 0xff))
                        .append("')\"'");
            } else {
                word.appendCodePoint(c);
            }
        });
        return word.append('\'').toString();
    }
}
