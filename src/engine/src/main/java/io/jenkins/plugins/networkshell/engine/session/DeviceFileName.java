package io.jenkins.plugins.networkshell.engine.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * A device's name as the name of a file, without ending: different ones for different names, the same as the device's
 * for names of hosts, and readable for most others.
 *
 * <p>Letters and digits of ASCII, {@code .}, {@code -} and {@code _} stay; all file systems take these, and Java takes no
 * others where the locale is {@code C}. Other characters are percent-encoded (in UTF-8), and so is what would make the
 * name a hidden file or one that is a device on Windows. The colons of an IPv6 address become {@code _}.
 */
public final class DeviceFileName {
    private static final int LONGEST = 180;
    private static final int HASH_DIGITS = 16;
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");

    private DeviceFileName() {}

    /** The same for the same name on every machine, in the locale {@code C} too. */
    public static String of(String device) {
        String name = encoded(device);
        if (name.length() <= LONGEST) {
            return name;
        }
        // File systems end at 255, and a temporary file's name is longer than this one. ~ is in no other name.
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
            return "%"; // no other name is just this
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

    /** How long the IPv6 address is that the name begins with; 0 if it begins with none. */
    private static int addressLength(String device) {
        return beginning(device, ':');
    }

    /** As the file name of an address would. */
    private static boolean looksLikeAnAddress(String device) {
        return beginning(device, '_') > 0;
    }

    /** The length of the hexadecimal numbers at the beginning, which two separators at least must be among. */
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

    /** Windows looks at what stands before the first dot. */
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
