package io.jenkins.plugins.networkshell.engine.ssh.link;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Bytes to and from an SSH server: a socket, or a channel through a jump host. Closing is abrupt, wakes readers and
 * writes, and may come from any thread.
 */
public interface Wire extends Closeable {
    InputStream input() throws IOException;

    OutputStream output() throws IOException;
}
