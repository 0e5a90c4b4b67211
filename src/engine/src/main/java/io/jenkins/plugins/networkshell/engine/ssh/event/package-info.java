/**
 * Events of a connection: the listener and the protocol log. Knows targets, but not the protocol.
 */
package io.jenkins.plugins.networkshell.engine.ssh.event;
