package io.jenkins.plugins.networkshell.engine.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * A device's name as a file name, without extension: unique for each name, identical for host names, and readable for
 * most others.
 *
 * <p>ASCII letters and digits, {@code .}, {@code -} and {@code _} stay; all file systems accept these, and Java accepts
 * no others in the locale {@code C}. Other characters are percent-encoded (in UTF-8), as are characters that would make
 * the file hidden or a device on Windows. The colons of an IPv6 address become {@code _}.
 */
public final class DeviceFileName {
    private static final int LONGEST = 180;
    private static final int HASH_DIGITS = 16;
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");

    private DeviceFileName() {}

    /** The file name, the same on every machine, even in the locale {@code C}. */
    public static String of(String device) {
        String name = encoded(device);
        if (name.length() <= LONGEST) {
            return name;
        }
        // File systems allow 255 bytes, and the temporary file's name is longer than this one. No other name contains
        // ~.
        int cut = LONGEST - HASH_DIGITS - 1;
        int percent = name.lastIndexOf('%', cut);
        return name.substring(0, percent > cut - 3 && percent >= 0 ? percent : cut) + "~" + hash(device);
    }

    private static String encoded(String device) {
        int address = addressLength(device);
        if (address > 0) {
            return device.substring(0, address).replace(':', '_') + rest(device.substring(address), false);
        }
        if (device.isEmpty()) {
            return "%"; // no other name maps to this
        }
        String name = rest(device, true);
        if (name.startsWith(".") || isReserved(name)) {
            return percent(name.charAt(0)) + name.substring(1);
        }
        if (looksLikeAnAddress(device)) {
            return name.replaceFirst("_", percent('_'));
        }
        return name;
    }

    /** The length of the IPv6 address at the start of the name; 0 if there is none. */
    private static int addressLength(String device) {
        return beginning(device, ':');
    }

    /** Encodes like the file name of an address. */
    private static boolean looksLikeAnAddress(String device) {
        return beginning(device, '_') > 0;
    }

    /** The length of the hexadecimal numbers at the start, which must contain at least two separators. */
    private static int beginning(String device, char separator) {
        int length = 0;
        int separators = 0;
        while (length < device.length()
                && (device.charAt(length) == separator
                        || Character.digit(device.charAt(length), 16) >= 0 && device.charAt(length) < 128)) {
            separators += device.charAt(length) == separator ? 1 : 0;
            length++;
        }
        return separators >= 2 ? length : 0;
    }

    private static String rest(String text, boolean keepUnderscores) {
        StringBuilder name = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-';
            name.append(plain || c == '_' && keepUnderscores ? String.valueOf(c) : percent(c));
        }
        return name.toString();
    }

    private static String percent(char c) {
        return String.format(Locale.ROOT, "%%%02X", (int) c);
    }

    /** Windows considers only the part before the first dot. */
    private static boolean isReserved(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
        return RESERVED.contains(stem) || stem.matches("(com|lpt)[0-9]");
    }

    private static String hash(String device) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(device.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
