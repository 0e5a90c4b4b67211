package io.jenkins.plugins.networkshell.engine.text;

import java.util.Locale;

/** Numbers of bytes for people: {@code 512 bytes}, {@code 1.5 kB}, in powers of 1000. */
public final class ByteCount {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};
    private static final int KILO = 1000;

    private ByteCount() {}

    public static String text(long bytes) {
        if (bytes < KILO) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        double value = bytes;
        int unit = -1;
        while (value >= KILO && unit < UNITS.length - 1) {
            value /= KILO;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }
}
