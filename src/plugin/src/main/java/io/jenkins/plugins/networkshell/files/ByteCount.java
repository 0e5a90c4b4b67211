package io.jenkins.plugins.networkshell.files;

import java.util.Locale;

/** Numbers of bytes for people. */
final class ByteCount {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};
    private static final int KILO = 1000;

    private ByteCount() {}

    static String text(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
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
