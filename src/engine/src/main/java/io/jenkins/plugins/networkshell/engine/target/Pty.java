package io.jenkins.plugins.networkshell.engine.target;

/**
 * The requested terminal (RFC 4254 section 6.2).
 *
 * @param type the value of {@code TERM}
 * @param width in characters
 * @param height in lines
 */
public record Pty(String type, int width, int height) {
    /**
     * A {@code vt100} so large that few devices wrap or page: 511 by 1000, the largest width that all known devices
     * accept.
     */
    public static final Pty DEFAULT = new Pty("vt100", 511, 1000);

    public Pty {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A terminal has at least one column and one line.");
        }
    }
}
