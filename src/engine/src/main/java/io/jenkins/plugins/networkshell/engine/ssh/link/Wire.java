package io.jenkins.plugins.networkshell.engine.ssh.link;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Bytes to and from an SSH server: a socket, or a channel through a jump host. Any thread may close it; closing is
 * immediate and wakes readers and writers.
 */
public interface Wire extends Closeable {
    InputStream input() throws IOException;

    OutputStream output() throws IOException;
}
