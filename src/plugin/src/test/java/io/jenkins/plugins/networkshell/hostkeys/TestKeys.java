package io.jenkins.plugins.networkshell.hostkeys;

import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore.Marker;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Keys that look like keys; nothing connects with them. */
public final class TestKeys {
    private TestKeys() {}

    public static HostKey key(int seed) {
        byte[] type = "ssh-ed25519".getBytes(StandardCharsets.US_ASCII);
        byte[] secret = new byte[32];
        new Random(seed).nextBytes(secret);
        ByteBuffer blob = ByteBuffer.allocate(4 + type.length + 4 + secret.length);
        blob.putInt(type.length).put(type).putInt(secret.length).put(secret);
        return new HostKey("ssh-ed25519", Base64.getEncoder().encodeToString(blob.array()));
    }

    public static String line(String hosts, int seed) {
        return hosts + " " + key(seed).type() + " " + key(seed).base64();
    }

    /** Has a session with the host learn a key at its first connection. */
    public static void learn(String host, int seed, String origin) {
        HostKeyDatabase.get().learn(target(host, Policy.ACCEPT_NEW).build(), line(host, seed), origin);
    }

    /** Has a session with the host refuse a key. */
    public static void refuse(String host, int port, int seed, String origin) {
        Target target = target(host, Policy.STRICT).port(port).build();
        HostKeyDatabase.get().refused(target, line(HostKey.hostField(host, port), seed), origin);
    }

    public static Target.Builder target(String host, Policy policy) {
        return Target.builder(host, "admin").hostKeys(HostKeyChecking.of(policy));
    }

    public static KnownKey known(String hosts, int seed, KeyState state) {
        return new KnownKey(Marker.NONE, hosts, key(seed), state, null, "job#" + seed);
    }
}
