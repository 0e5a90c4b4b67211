/**
 * SSH connections: {@link io.jenkins.plugins.networkshell.engine.ssh.SshConnection} opens them, and shells, commands
 * and subsystems are channels on them. This package is the public face of the {@code ssh} packages; none of its public
 * types shows SSHJ.
 *
 * <p>How it waits: SSHJ's reader thread puts a channel's data into a queue, and readers wait on that queue, so that
 * limits are exact, and cancellation, interrupts and a lost connection wake them at once. Work that may block beyond
 * our control (name resolution, sockets, waits inside SSHJ) runs on a daemon thread that the caller can abandon.
 */
package io.jenkins.plugins.networkshell.engine.ssh;
