package io.jenkins.plugins.networkshell.cli.files;

import java.util.Locale;

/** Bytes, and names from a device, for people. */
final class Amount {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};
    private static final int KILO = 1000;

    private Amount() {}

    static String of(long bytes) {
        double value = bytes;
        String unit = "bytes";
        for (int i = 0; i < UNITS.length && value >= KILO; i++) {
            value /= KILO;
            unit = UNITS[i];
        }
        return unit.equals("bytes") ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f %s", value, unit);
    }

    /** Without the control characters that a file's name may have. */
    static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        text.chars().forEach(c -> safe.append(Character.isISOControl(c) ? '?' : (char) c));
        return safe.toString();
    }
}
