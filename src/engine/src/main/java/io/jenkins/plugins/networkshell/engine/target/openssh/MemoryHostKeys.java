package io.jenkins.plugins.networkshell.engine.target.openssh;

import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Known host keys as text. The owner of the store supplies them, and new keys are returned to it. For Jenkins, where
 * the controller keeps the keys and the session runs on an agent. Thread-safe.
 */
public final class MemoryHostKeys implements HostKeyStore {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Source> sources;
    private final String approval;
    private final ArrayList<Learned> learned = new ArrayList<>();

    /**
     * @param text in the format of {@code known_hosts}
     * @param name of the store in messages
     */
    public MemoryHostKeys(String text, String name) {
        this(List.of(new Source(text, name, true)), null);
    }

    /**
     * @param sources of known keys; new keys belong to the first
     * @param approval see {@link HostKeyStore#approval()}; may be null
     */
    public MemoryHostKeys(List<Source> sources, String approval) {
        this.sources = new ArrayList<>(sources);
        this.approval = approval;
    }

    @Override
    public synchronized List<Entry> lookup(String host, int port) {
        List<Entry> entries = new ArrayList<>();
        for (Source source : sources) {
            entries.addAll(source.lookup(host, port));
        }
        for (Learned one : learned) {
            if (one.name.equals(HostKey.hostField(host, port))) {
                entries.add(new Entry(Marker.NONE, one.key, sources.get(0).name()));
            }
        }
        return entries;
    }

    @Override
    public synchronized void add(String host, int port, HostKey key) {
        Learned one = new Learned(HostKey.hostField(host, port), key);
        if (!learned.contains(one)) {
            learned.add(one);
        }
    }

    /** The new keys, as lines for a {@code known_hosts} file; empty if nothing is new. */
    public synchronized String learned() {
        StringBuilder lines = new StringBuilder();
        for (Learned one : learned) {
            lines.append(new KnownHostsLine(Marker.NONE, one.name, one.key, "").text())
                    .append('\n');
        }
        return lines.toString();
    }

    @Override
    public Optional<String> approval() {
        return Optional.ofNullable(approval);
    }

    /**
     * Text with known host keys.
     *
     * @param text in the format of {@code known_hosts}
     * @param name for messages
     * @param numbered whether messages name the line, because people can see the text
     */
    public record Source(String text, String name, boolean numbered) implements java.io.Serializable {
        private static final long serialVersionUID = 1L;

        public Source {
            Objects.requireNonNull(text);
            Objects.requireNonNull(name);
        }

        private List<Entry> lookup(String host, int port) {
            List<Entry> entries = KnownHostsText.lookup(text, name + ":", host, port);
            return numbered
                    ? entries
                    : entries.stream()
                            .map(entry -> new Entry(entry.marker(), entry.key(), name))
                            .toList();
        }
    }

    private record Learned(String name, HostKey key) implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
    }
}
