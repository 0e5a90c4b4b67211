/**
 * Private keys, key names, the SSH agent, signing. Knows nothing about connections.
 */
package io.jenkins.plugins.networkshell.engine.ssh.key;
