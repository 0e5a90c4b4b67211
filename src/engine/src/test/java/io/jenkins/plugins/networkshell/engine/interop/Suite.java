package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.ssh.handshake.AlgorithmSuite;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import java.util.ArrayList;
import java.util.List;

/** One algorithm of each kind. */
record Suite(String keyExchange, String cipher, String mac) {
    /**
     * Every cipher with every MAC, and each key exchange at least once, in turn: what it hands to cipher and MAC is a hash
     * of one of few lengths, so the full product would take minutes and find no more.
     */
    static List<Suite> shared(Algorithms offered) {
        Algorithms ours = AlgorithmSuite.of(Algorithms.known()).names();
        List<String> exchanges = common(ours.keyExchanges(), offered.keyExchanges());
        List<String> macs = common(ours.macs(), offered.macs());
        List<String[]> pairs = new ArrayList<>();
        for (String cipher : common(ours.ciphers(), offered.ciphers())) {
            if (authenticates(cipher)) {
                pairs.add(new String[] {cipher, macs.isEmpty() ? null : macs.get(0)});
            } else {
                macs.forEach(mac -> pairs.add(new String[] {cipher, mac}));
            }
        }
        List<Suite> suites = new ArrayList<>();
        for (int i = 0; i < Math.max(pairs.size(), exchanges.size()); i++) {
            String[] pair = pairs.get(i % pairs.size());
            suites.add(new Suite(exchanges.get(i % exchanges.size()), pair[0], pair[1]));
        }
        return suites;
    }

    private static List<String> common(List<String> ours, List<String> theirs) {
        return ours.stream().filter(theirs::contains).toList();
    }

    private static boolean authenticates(String cipher) {
        return cipher.contains("gcm") || cipher.contains("poly1305");
    }

    Algorithms alone() {
        return Algorithms.known()
                .withKeyExchanges(List.of(keyExchange))
                .withCiphers(List.of(cipher))
                .withMacs(mac == null ? Algorithms.known().macs() : List.of(mac));
    }
}
