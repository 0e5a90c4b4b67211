package io.jenkins.plugins.networkshell.engine.trial;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.backup.change.LineDiff;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines that differ between two reads of an unchanged configuration. */
final class VolatileHint {
    private static final int MOST = 5;
    /** A shorter beginning matches too many lines. */
    private static final int SHORTEST = 4;

    private VolatileHint() {}

    /**
     * @param first without the lines that the definition calls volatile
     * @param second the same for the second read
     */
    static List<Proposal> between(List<String> first, List<String> second, SecretRedactor redactor, String field) {
        Map<String, Proposal> found = new LinkedHashMap<>();
        for (LineDiff.Edit edit : LineDiff.between(first, second)) {
            int pairs = Math.min(edit.oldEnd() - edit.oldStart(), edit.newEnd() - edit.newStart());
            for (int i = 0; i < pairs && found.size() < MOST; i++) {
                String old = first.get(edit.oldStart() + i);
                String now = second.get(edit.newStart() + i);
                String start = commonStart(old, now);
                if (start.length() >= SHORTEST) {
                    String shown = redactor.redact(old);
                    found.putIfAbsent(
                            start,
                            new Proposal(
                                    field,
                                    "^" + Pattern.quote(start),
                                    "differs between two reads: " + DeviceText.quoted(shown)));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Up to the word that differs. */
    private static String commonStart(String one, String other) {
        int length = 0;
        while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        while (length > 0 && !Character.isWhitespace(one.charAt(length - 1))) {
            length--;
        }
        return one.substring(0, length);
    }
}
