package io.jenkins.plugins.networkshell.simulator.ssh;

import io.jenkins.plugins.networkshell.simulator.scene.SshSettings;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;

/** Applies a scene's algorithm lists to a server, including old algorithms. */
final class Algorithms {
    private Algorithms() {}

    static void apply(SshSettings settings, SshServer server) {
        if (!settings.kex().isEmpty()) {
            var parsed = BuiltinDHFactories.parseDHFactoriesList(settings.kex());
            reject("key exchange", parsed.getUnsupportedFactories());
            server.setKeyExchangeFactories(
                    NamedFactory.setUpTransformedFactories(false, parsed.getParsedFactories(), ServerBuilder.DH2KEX));
        }
        if (!settings.ciphers().isEmpty()) {
            var parsed = BuiltinCiphers.parseCiphersList(settings.ciphers());
            reject("cipher", parsed.getUnsupportedFactories());
            server.setCipherFactories(new ArrayList<>(parsed.getParsedFactories()));
        }
        if (!settings.macs().isEmpty()) {
            var parsed = BuiltinMacs.parseMacsList(settings.macs());
            reject("MAC", parsed.getUnsupportedFactories());
            server.setMacFactories(new ArrayList<>(parsed.getParsedFactories()));
        }
        if (!settings.hostKeyAlgorithms().isEmpty()) {
            var parsed = BuiltinSignatures.parseSignatureList(settings.hostKeyAlgorithms());
            reject("host key", parsed.getUnsupportedFactories());
            server.setSignatureFactories(new ArrayList<>(parsed.getParsedFactories()));
        }
    }

    private static void reject(String kind, List<String> names) {
        if (!names.isEmpty()) {
            throw new IllegalArgumentException("unknown " + kind + " algorithms: " + String.join(", ", names));
        }
    }
}
