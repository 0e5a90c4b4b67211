package io.jenkins.plugins.networkshell.engine.ssh.key;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a private key as tools and people leave it. */
final class KeyText {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----");

    /** As a text has it, and as its bytes are where they are taken for ISO 8859-1. */
    private static final List<String> BYTE_ORDER_MARKS = List.of("\ufeff", "\u00ef\u00bb\u00bf");

    private KeyText() {}

    /**
     * The key alone, as SSHJ wants it. OpenSSL writes an elliptic curve's parameters, or the attributes of an exported
     * key, above it; editors begin with a byte order mark; who copies a key from a page gets blanks around its lines.
     */
    static String tidied(String text) {
        Matcher begin = BEGIN.matcher(text);
        if (begin.find()) {
            return text.substring(begin.start()).lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
        }
        for (String mark : BYTE_ORDER_MARKS) {
            if (text.startsWith(mark)) {
                return text.substring(mark.length()); // PuTTY's: a checksum guards its comment, blanks and all
            }
        }
        return text;
    }
}
