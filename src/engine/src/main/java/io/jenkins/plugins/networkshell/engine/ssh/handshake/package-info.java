/**
 * The key exchange: the offered algorithms, the server's messages, and the decision about its host key. Ends before the
 * login.
 */
package io.jenkins.plugins.networkshell.engine.ssh.handshake;
