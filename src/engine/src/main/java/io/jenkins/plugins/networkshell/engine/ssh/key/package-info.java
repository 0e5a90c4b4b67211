/**
 * Private keys, key names, the SSH agent, signing. Knows nothing of connections.
 */
package io.jenkins.plugins.networkshell.engine.ssh.key;
