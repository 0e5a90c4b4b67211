package io.jenkins.plugins.networkshell.hostkeys;

import hudson.util.AtomicFileWriter;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore.Marker;
import io.jenkins.plugins.networkshell.engine.target.openssh.KnownHostsLine;
import io.jenkins.plugins.networkshell.knownhosts.InvalidKnownHostsException;
import io.jenkins.plugins.networkshell.knownhosts.KnownHostsLines;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of the {@link HostKeyDatabase}: lines of {@code known_hosts} that OpenSSH reads too. The line's comment
 * holds the other facts about a key; the whole line of a refused key is a comment, so that nothing treats it as known.
 */
final class KeyFile {
    private static final String HEADER =
            "# Host keys of network devices, kept by Jenkins: use its management page, changes made here may be lost.\n";
    private static final String REFUSED = "#refused ";
    private static final String STATE = "state=";
    private static final String SEEN = "seen=";
    private static final String BY = "by=";
    private static final String APPROVED = "approved=";
    private static final String APPROVER = "approver=";

    private static final String NAME = "known_hosts";

    private final Path folder;

    /** @param folder created when needed */
    KeyFile(Path folder) {
        this.folder = folder;
    }

    /** @return empty if there is no file yet; invalid lines are skipped, as in OpenSSH */
    List<KnownKey> read() throws IOException {
        List<KnownKey> keys = new ArrayList<>();
        String text;
        try {
            text = Files.readString(folder.resolve(NAME), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return keys;
        }
        for (String line : text.lines().toList()) {
            boolean refused = line.startsWith(REFUSED);
            try {
                for (KnownHostsLine parsed : KnownHostsLines.parse(refused ? line.substring(REFUSED.length()) : line)) {
                    keys.add(key(parsed, refused));
                }
            } catch (InvalidKnownHostsException e) {
                // Someone edited the file by hand; the other lines still count.
            }
        }
        return keys;
    }

    void write(List<KnownKey> keys) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (KnownKey key : keys) {
            text.append(line(key)).append('\n');
        }
        Files.createDirectories(folder);
        try (AtomicFileWriter writer = new AtomicFileWriter(folder.resolve(NAME), StandardCharsets.UTF_8)) {
            try {
                writer.write(text.toString());
                writer.commit();
            } finally {
                writer.abort(); // nothing to do after a commit
            }
        }
    }

    private static KnownKey key(KnownHostsLine line, boolean refused) {
        KeyState state = refused ? KeyState.REFUSED : KeyState.APPROVED;
        Instant seen = null;
        Instant approved = null;
        String approver = "";
        String origin = "";
        for (String word : line.comment().split(" ")) {
            if (word.equals(STATE + "learned") && !refused) {
                state = KeyState.LEARNED;
            } else if (word.startsWith(SEEN)) {
                seen = instant(word.substring(SEEN.length()));
            } else if (word.startsWith(BY)) {
                origin = decode(word.substring(BY.length()));
            } else if (word.startsWith(APPROVED)) {
                approved = instant(word.substring(APPROVED.length()));
            } else if (word.startsWith(APPROVER)) {
                approver = decode(word.substring(APPROVER.length()));
            }
        }
        Approval approval = approved == null ? null : new Approval(approver, approved);
        return new KnownKey(line.marker(), line.hosts(), line.key(), state, seen, origin, approval);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String line(KnownKey key) {
        StringBuilder line = new StringBuilder(key.state() == KeyState.REFUSED ? REFUSED : "").append(bare(key));
        if (key.state() == KeyState.LEARNED) {
            line.append(' ').append(STATE).append("learned");
        }
        if (key.firstSeen() != null) {
            line.append(' ').append(SEEN).append(key.firstSeen());
        }
        if (!key.origin().isEmpty()) {
            line.append(' ').append(BY).append(encode(key.origin()));
        }
        if (key.approval() != null) {
            line.append(' ').append(APPROVED).append(key.approval().at());
            line.append(' ').append(APPROVER).append(encode(key.approval().by()));
        }
        return line.toString();
    }

    /** The line without Jenkins' additional facts. */
    static String bare(KnownKey key) {
        String marker = key.marker() == Marker.REVOKED
                ? "@revoked "
                : key.marker() == Marker.CERT_AUTHORITY ? "@cert-authority " : "";
        return marker + key.hosts() + " " + key.key().type() + " " + key.key().base64();
    }
}
