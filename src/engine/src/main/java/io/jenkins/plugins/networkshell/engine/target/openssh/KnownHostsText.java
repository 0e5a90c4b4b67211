package io.jenkins.plugins.networkshell.engine.target.openssh;

import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore;
import java.util.ArrayList;
import java.util.List;

/** The text of a {@code known_hosts} file. */
final class KnownHostsText {
    private KnownHostsText() {}

    /** @param where precedes the line number in {@link HostKeyStore.Entry#where()} */
    static List<HostKeyStore.Entry> lookup(String text, String where, String host, int port) {
        List<HostKeyStore.Entry> entries = new ArrayList<>();
        String name = HostKey.hostField(host, port);
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String at = where + ++number;
            KnownHostsLine.parse(line)
                    .filter(parsed -> parsed.appliesTo(name))
                    .ifPresent(parsed -> entries.add(new HostKeyStore.Entry(parsed.marker(), parsed.key(), at)));
        }
        return entries;
    }
}
