package io.jenkins.plugins.networkshell.engine.ssh.key;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.stream.Collectors;

/** Normalizes the text of a private key. */
final class KeyText {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----");

    /** The byte order mark as text, and as its bytes decoded as ISO 8859-1. */
    private static final List<String> BYTE_ORDER_MARKS = List.of("\ufeff", "\u00ef\u00bb\u00bf");

    private KeyText() {}

    /**
     * The key alone, as SSHJ requires it. OpenSSL writes an elliptic curve's parameters, or the attributes of an
     * exported key, above it; editors add a byte order mark; a key copied from a page has blanks around its lines.
     */
    static String tidied(String text) {
        Matcher begin = BEGIN.matcher(text);
        if (begin.find()) {
            return text.substring(begin.start()).lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
        }
        for (String mark : BYTE_ORDER_MARKS) {
            if (text.startsWith(mark)) {
                return text.substring(mark.length()); // PuTTY's: a checksum covers its comment, including blanks
            }
        }
        return text;
    }
}
