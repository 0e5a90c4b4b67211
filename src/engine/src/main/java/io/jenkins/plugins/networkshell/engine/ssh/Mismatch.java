package io.jenkins.plugins.networkshell.engine.ssh;

import java.util.Collections;
import java.util.List;

/** Finds out which category of algorithms has nothing in common. */
final class Mismatch {
    private Mismatch() {}

    /** @return null when there is something in common in every category */
    static NoCommonAlgorithmException find(Target target, Algorithms ours, ServerHello hello, Throwable cause) {
        String category = category(ours, hello);
        if (category == null) {
            return null;
        }
        List<String> mine = ofOurs(category, ours);
        List<String> theirs = ofTheirs(category, hello);
        boolean legacyWouldDo = category(Suite.of(Algorithms.legacy()).names(), hello) == null;
        return new NoCommonAlgorithmException(
                target.host(),
                target.address() + " and we have no " + category + " algorithm in common: we offer "
                        + String.join(", ", mine) + "; the device offers " + String.join(", ", theirs) + ".",
                legacyWouldDo
                        ? "The preset 'legacy' would do (its algorithms are weak; use it for this device only)."
                        : "Not even the preset 'legacy' has what the device offers.",
                category,
                mine,
                theirs,
                legacyWouldDo,
                cause);
    }

    private static String category(Algorithms ours, ServerHello hello) {
        // SSHJ wants a MAC in common even where the cipher needs none.
        for (String category : List.of("key exchange", "host key", "cipher", "MAC")) {
            if (Collections.disjoint(ofOurs(category, ours), ofTheirs(category, hello))) {
                return category;
            }
        }
        return null;
    }

    private static List<String> ofOurs(String category, Algorithms ours) {
        return switch (category) {
            case "key exchange" -> ours.keyExchanges();
            case "host key" -> ours.hostKeys();
            case "cipher" -> ours.ciphers();
            default -> ours.macs();
        };
    }

    private static List<String> ofTheirs(String category, ServerHello hello) {
        return switch (category) {
            case "key exchange" -> hello.keyExchanges();
            case "host key" -> hello.hostKeys();
            case "cipher" -> hello.ciphers();
            default -> hello.macs();
        };
    }
}
