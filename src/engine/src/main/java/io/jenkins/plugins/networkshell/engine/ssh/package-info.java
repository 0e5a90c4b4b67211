/**
 * SSH: a {@link io.jenkins.plugins.networkshell.engine.ssh.Target} says where and how, an
 * {@link io.jenkins.plugins.networkshell.engine.ssh.SshConnection} is the way there, and shells, commands and subsystems
 * are channels on it. The only package that sees SSHJ, and none of its public types do.
 *
 * <p>How it waits: SSHJ's reader thread puts a channel's data into a queue of ours, and whoever reads waits on that queue,
 * so that limits are exact and cancelling, interrupting and a lost connection wake it at once. What can block beyond our
 * reach (name resolution, sockets, waits inside SSHJ) runs on a daemon thread that the caller can abandon.
 */
package io.jenkins.plugins.networkshell.engine.ssh;
