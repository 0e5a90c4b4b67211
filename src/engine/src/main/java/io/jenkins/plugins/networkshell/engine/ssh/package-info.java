/**
 * SSH connections: {@link io.jenkins.plugins.networkshell.engine.ssh.SshConnection} opens them, and shells, commands
 * and subsystems are channels on them. The public face of the {@code ssh} packages, none of whose public types show
 * SSHJ.
 *
 * <p>How it waits: SSHJ's reader thread puts a channel's data into a queue of ours, and whoever reads waits on that
 * queue, so that limits are exact and cancelling, interrupting and a lost connection wake it at once. What can block
 * beyond our reach (name resolution, sockets, waits inside SSHJ) runs on a daemon thread that the caller can abandon.
 */
package io.jenkins.plugins.networkshell.engine.ssh;
