package io.jenkins.plugins.networkshell.engine.backup.report;

import java.io.Serializable;
import java.util.Locale;

/**
 * The number of failed devices that counts as too many: {@code 5}, {@code 10%} of the devices to back up, {@code all},
 * or {@code never}.
 *
 * @param text as written
 */
public record Threshold(String text) implements Serializable {
    /** One failed device is too many. */
    public static final Threshold ONE = new Threshold("1");

    public static final Threshold ALL = new Threshold("all");

    private static final int PERCENT = 100;

    public Threshold {
        text = text.strip().toLowerCase(Locale.ROOT);
        if (!text.matches("all|never|[1-9][0-9]{0,6}|(?:100|[1-9]?[0-9])(?:\\.[0-9]+)?%")
                || text.matches("0*\\.?0*%")) {
            throw new IllegalArgumentException(
                    "A threshold for failed devices is a number from 1 (5), a percentage (10%),"
                            + " 'all' or 'never', and not '" + text + "'.");
        }
    }

    /** Whether so many failed devices are too many. */
    public boolean isReached(long failed, long devices) {
        if (failed == 0 || text.equals("never")) {
            return false;
        }
        if (text.equals("all")) {
            return failed >= devices;
        }
        return text.endsWith("%")
                ? failed * (double) PERCENT >= Double.parseDouble(text.substring(0, text.length() - 1)) * devices
                : failed >= Long.parseLong(text);
    }
}
