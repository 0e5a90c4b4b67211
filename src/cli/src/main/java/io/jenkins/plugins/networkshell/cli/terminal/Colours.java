package io.jenkins.plugins.networkshell.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether the standard error stream goes to a terminal that shows colours. */
final class Colours {
    private Colours() {}

    static boolean wanted(Map<String, String> variables) {
        // https://no-color.org: any non-empty value
        boolean refused = !variables.getOrDefault("NO_COLOR", "").isEmpty()
                || variables.getOrDefault("TERM", "dumb").equals("dumb");
        return !refused && isTerminal(2);
    }

    /** Java 17 only reports on standard input and output together; Linux reports on each. */
    private static boolean isTerminal(int descriptor) {
        try {
            Path link = Path.of("/proc/self/fd", String.valueOf(descriptor));
            if (Files.isSymbolicLink(link)) {
                String device = Files.readSymbolicLink(link).toString();
                return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
            }
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
        return System.console() != null;
    }
}
