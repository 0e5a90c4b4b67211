package io.jenkins.plugins.networkshell.engine.ssh.handshake;

/**
 * What a connection has agreed on, from the device to us.
 *
 * @param mac not used where the cipher authenticates by itself (GCM, ChaCha20-Poly1305)
 */
public record AlgorithmsInUse(String keyExchange, String hostKey, String cipher, String mac, String compression) {

    /** For people; names the MAC only where one is used. */
    @Override
    public String toString() {
        boolean authenticates = cipher.contains("gcm") || cipher.contains("poly1305");
        return "key exchange " + keyExchange + ", host key " + hostKey + ", cipher " + cipher
                + (authenticates ? "" : ", MAC " + mac) + ", compression " + compression;
    }
}
