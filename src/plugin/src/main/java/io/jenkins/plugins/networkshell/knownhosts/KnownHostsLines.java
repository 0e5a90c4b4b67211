package io.jenkins.plugins.networkshell.knownhosts;

import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore.Marker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads {@code known_hosts} text that people type. OpenSSH and the engine skip a line that they do not understand, and a
 * key that was mistyped is then simply unknown; here it is an error that names the line.
 */
public final class KnownHostsLines {
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9@.-]+");

    private KnownHostsLines() {}

    /** @param rest what follows the key, a comment */
    public record Line(Marker marker, String hosts, HostKey key, String rest) {}

    /**
     * Checks text; comments and empty lines are allowed.
     *
     * @throws InvalidKnownHostsException names the first line that is wrong
     */
    public static void check(String text) throws InvalidKnownHostsException {
        parse(text);
    }

    public static List<Line> parse(String text) throws InvalidKnownHostsException {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                lines.add(parseLine(stripped, number));
            }
        }
        return lines;
    }

    private static Line parseLine(String line, int number) throws InvalidKnownHostsException {
        Marker marker = Marker.NONE;
        String fields = line;
        if (line.startsWith("@")) {
            String[] split = BLANKS.split(line, 2);
            marker = marker(split[0], number);
            fields = split.length > 1 ? split[1] : "";
        }
        String[] split = BLANKS.split(fields, 4);
        if (split.length < 3) {
            throw new InvalidKnownHostsException(Messages.KnownHosts_TooShort(number));
        }
        return new Line(marker, split[0], key(split[1], split[2], number), split.length > 3 ? split[3] : "");
    }

    private static Marker marker(String word, int number) throws InvalidKnownHostsException {
        return switch (word) {
            case "@cert-authority" -> Marker.CERT_AUTHORITY;
            case "@revoked" -> Marker.REVOKED;
            default -> throw new InvalidKnownHostsException(Messages.KnownHosts_BadMarker(number, word));
        };
    }

    private static HostKey key(String type, String base64, int number) throws InvalidKnownHostsException {
        if (!TYPE.matcher(type).matches()) {
            throw new InvalidKnownHostsException(Messages.KnownHosts_BadType(number, type));
        }
        byte[] blob;
        try {
            blob = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidKnownHostsException(Messages.KnownHosts_BadKey(number));
        }
        // RFC 4253, section 6.6: a key begins with the name of its type.
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer buffer = ByteBuffer.wrap(blob);
        boolean complete = blob.length > 4 + name.length && buffer.getInt() == name.length;
        if (!complete || !new String(blob, 4, name.length, StandardCharsets.US_ASCII).equals(type)) {
            throw new InvalidKnownHostsException(Messages.KnownHosts_BadKey(number));
        }
        return new HostKey(type, base64);
    }
}
