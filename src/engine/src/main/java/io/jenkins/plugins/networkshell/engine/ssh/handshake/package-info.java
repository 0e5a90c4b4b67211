/**
 * The key exchange: which algorithms are offered, what the server said, whether its host key is accepted. Ends where
 * the login begins.
 */
package io.jenkins.plugins.networkshell.engine.ssh.handshake;
