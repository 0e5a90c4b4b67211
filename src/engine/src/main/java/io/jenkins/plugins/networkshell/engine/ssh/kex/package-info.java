/**
 * Key exchanges: the messages, the agreements (X25519, NIST curves, Diffie-Hellman groups, ML-KEM and NTRU Prime
 * hybrids) and reading the host key that comes with them. SSHJ's own exchanges work only with BouncyCastle registered
 * as a provider of the whole process, accept groups of 1024 bits, and include no post-quantum method. Makes no
 * decisions about trust.
 */
package io.jenkins.plugins.networkshell.engine.ssh.kex;
