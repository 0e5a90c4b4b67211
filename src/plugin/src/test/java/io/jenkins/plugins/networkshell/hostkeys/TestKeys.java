package io.jenkins.plugins.networkshell.hostkeys;

import io.jenkins.plugins.networkshell.engine.ssh.HostKey;
import io.jenkins.plugins.networkshell.engine.ssh.HostKeyStore.Marker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Keys that look like keys; nothing connects with them. */
final class TestKeys {
    private TestKeys() {}

    static HostKey key(int seed) {
        byte[] type = "ssh-ed25519".getBytes(StandardCharsets.US_ASCII);
        byte[] secret = new byte[32];
        new Random(seed).nextBytes(secret);
        ByteBuffer blob = ByteBuffer.allocate(4 + type.length + 4 + secret.length);
        blob.putInt(type.length).put(type).putInt(secret.length).put(secret);
        return new HostKey("ssh-ed25519", Base64.getEncoder().encodeToString(blob.array()));
    }

    /** Type and Base64. */
    static String text(int seed) {
        return key(seed).type() + " " + key(seed).base64();
    }

    static String line(String hosts, int seed) {
        return hosts + " " + text(seed);
    }

    static KnownKey known(String hosts, int seed, KeyState state) {
        return new KnownKey(Marker.NONE, hosts, key(seed), state, null, "job#" + seed);
    }
}
