package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;

/** Parses permissions. */
final class Permissions {
    private Permissions() {}

    static int of(String mode) {
        if (!mode.matches("[0-7]{3,4}")) {
            throw new BadInputException("'" + mode
                    + "' are not permissions; allowed: three or four octal digits, for instance 640 or 0755.");
        }
        return Integer.parseInt(mode, 8);
    }
}
