package io.jenkins.plugins.networkshell.engine.target;

/**
 * The terminal that is asked for (RFC 4254 section 6.2).
 *
 * @param type the value of {@code TERM}
 * @param width in characters
 * @param height in lines
 */
public record Pty(String type, int width, int height) {
    /**
     * A {@code vt100} wide and tall enough that few devices wrap or page: 511 by 1000, the widest that all devices are
     * known to take.
     */
    public static final Pty DEFAULT = new Pty("vt100", 511, 1000);

    public Pty {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A terminal has at least one column and one line.");
        }
    }
}
