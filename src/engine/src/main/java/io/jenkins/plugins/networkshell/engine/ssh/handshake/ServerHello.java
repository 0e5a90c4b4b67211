package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The server's messages before encryption starts (RFC 4253 sections 4.2 and 7.1).
 *
 * @param preamble the first line of text that is not an identification, or the first line; empty if none
 * @param identification for instance {@code SSH-2.0-OpenSSH_9.2p1}, empty until it came
 * @param proposal key exchange, host key, cipher (to us), cipher (from us) … in the order of the packet; empty until it
 *     came
 */
public record ServerHello(String preamble, String identification, List<List<String>> proposal) {
    private static final int KEXINIT = 20;
    private static final int LISTS = 8;
    private static final Pattern NO_TEXT = Pattern.compile("^[\\x00-\\x1f\\x{fffd} ]+");

    /** Parses the bytes received so far, which may end anywhere. */
    static ServerHello parse(byte[] bytes) {
        String preamble = "";
        int start = 0;
        while (start < bytes.length) {
            int end = endOfLine(bytes, start);
            String line = new String(bytes, start, end - start, StandardCharsets.UTF_8).stripTrailing();
            boolean complete = end < bytes.length;
            if (line.startsWith("SSH-") && complete) {
                return new ServerHello(preamble, line, proposal(bytes, end + 1));
            }
            preamble = better(preamble, line);
            start = end + 1;
        }
        return new ServerHello(preamble, "", List.of());
    }

    /** Telnet starts with its negotiation: bytes that are not text, before or between its text. */
    private static String better(String preamble, String line) {
        String text = NO_TEXT.matcher(line).replaceFirst("");
        boolean hasText = !NO_TEXT.matcher(preamble).replaceFirst("").isEmpty();
        if (hasText || text.isEmpty()) {
            return preamble.isEmpty() ? line : preamble;
        }
        return text;
    }

    private static int endOfLine(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static List<List<String>> proposal(byte[] bytes, int start) {
        ByteBuffer packet = ByteBuffer.wrap(bytes, start, bytes.length - start);
        List<List<String>> lists = new ArrayList<>();
        // Packet length, padding length, message number, 16 bytes of cookie, then name lists.
        if (packet.remaining() < 22 || packet.get(start + 5) != KEXINIT) {
            return List.of();
        }
        packet.position(start + 22);
        for (int i = 0; i < LISTS; i++) {
            if (packet.remaining() < 4) {
                return List.of();
            }
            int length = packet.getInt();
            if (length < 0 || length > packet.remaining()) {
                return List.of();
            }
            byte[] names = new byte[length];
            packet.get(names);
            lists.add(List.of(new String(names, StandardCharsets.US_ASCII).split(",")));
        }
        return List.copyOf(lists);
    }

    public boolean hasProposal() {
        return !proposal.isEmpty();
    }

    public List<String> hostKeys() {
        return proposal.get(1);
    }

    /**
     * Ciphers and MACs from the client to the server; hardly any server has different lists for the other direction.
     */
    Algorithms algorithms() {
        return new Algorithms(keyExchanges(), hostKeys(), proposal.get(2), proposal.get(4));
    }

    /** Without the names that are not algorithms but signal extensions. */
    private List<String> keyExchanges() {
        return proposal.get(0).stream()
                .filter(name -> !name.startsWith("ext-info-") && !name.startsWith("kex-strict-"))
                .toList();
    }
}
