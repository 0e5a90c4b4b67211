/**
 * What a connection tells while it opens and lasts: the listener and the protocol log. Knows targets and nothing of
 * the protocol.
 */
package io.jenkins.plugins.networkshell.engine.ssh.event;
