package io.jenkins.plugins.networkshell.engine.ssh;

/**
 * What a connection has agreed on, from the device to us.
 *
 * @param mac not used where the cipher authenticates by itself (GCM, ChaCha20-Poly1305)
 */
public record AlgorithmsInUse(String keyExchange, String hostKey, String cipher, String mac, String compression) {}
