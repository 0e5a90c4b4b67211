package io.jenkins.plugins.networkshell.engine.ssh;

import java.util.Collections;
import java.util.List;

/** Finds out which category of algorithms has nothing in common. */
final class Mismatch {
    private static final String LEGACY_WOULD_DO =
            "The preset 'legacy' would do (its algorithms are weak; use it for this device only).";

    private Mismatch() {}

    /** @return null when there is something in common in every category */
    static NoCommonAlgorithmException find(Target target, Algorithms ours, ServerHello hello, Throwable cause) {
        AlgorithmCategory category = category(ours, hello);
        if (category == null) {
            return null;
        }
        List<String> mine = category.of(ours);
        List<String> theirs = category.of(hello.algorithms());
        boolean legacyWouldDo = category(Suite.of(Algorithms.legacy()).names(), hello) == null;
        return new NoCommonAlgorithmException(
                target.host(),
                target.address() + " and we have no " + category.label() + " algorithm in common: we offer "
                        + (mine.isEmpty() ? "none that this Java has" : String.join(", ", mine))
                        + "; the device offers " + String.join(", ", theirs) + ".",
                legacyWouldDo ? LEGACY_WOULD_DO : "Not even the preset 'legacy' has what the device offers.",
                category.label(),
                mine,
                theirs,
                legacyWouldDo,
                cause);
    }

    /** The device has the algorithm, but not in a form that is safe. */
    static NoCommonAlgorithmException shortGroup(Target target, Algorithms ours, ServerHello hello, Throwable cause) {
        return new NoCommonAlgorithmException(
                target.host(),
                target.address() + " " + cause.getMessage() + ".",
                LEGACY_WOULD_DO,
                AlgorithmCategory.KEY_EXCHANGE.label(),
                ours.keyExchanges(),
                hello.algorithms().keyExchanges(),
                true,
                cause);
    }

    private static AlgorithmCategory category(Algorithms ours, ServerHello hello) {
        // SSHJ wants a MAC in common even where the cipher needs none.
        for (AlgorithmCategory category : AlgorithmCategory.values()) {
            if (Collections.disjoint(category.of(ours), category.of(hello.algorithms()))) {
                return category;
            }
        }
        return null;
    }
}
