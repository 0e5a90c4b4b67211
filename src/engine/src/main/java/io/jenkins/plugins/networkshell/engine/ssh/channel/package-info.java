/**
 * One SSH channel: its data queues, its send window, its requests. Sets no time limits itself; that is the caller's
 * work.
 */
package io.jenkins.plugins.networkshell.engine.ssh.channel;
