/**
 * One SSH channel: its data queues, its send window, its requests. Never waits for a limit by itself; that is its
 * caller's work.
 */
package io.jenkins.plugins.networkshell.engine.ssh.channel;
