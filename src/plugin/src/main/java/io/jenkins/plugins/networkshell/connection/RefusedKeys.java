package io.jenkins.plugins.networkshell.connection;

import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers refused host keys, which an administrator may approve. Passes all events on to another listener. */
final class RefusedKeys implements ConnectionListener {
    private final ConnectionListener next;
    private final List<RefusedKey> keys = new CopyOnWriteArrayList<>();

    RefusedKeys(ConnectionListener next) {
        this.next = next;
    }

    List<RefusedKey> keys() {
        return List.copyOf(keys);
    }

    @Override
    public void hostKeyRefused(String host, int port, HostKey key) {
        keys.add(new RefusedKey(host, port, key.type() + " " + key.base64()));
    }

    @Override
    public void warning(String message) {
        next.warning(message);
    }

    @Override
    public void retrying(String message) {
        next.retrying(message);
    }

    @Override
    public void banner(String text) {
        next.banner(text);
    }
}
