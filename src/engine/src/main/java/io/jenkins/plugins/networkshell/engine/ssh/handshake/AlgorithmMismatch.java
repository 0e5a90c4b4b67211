package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import io.jenkins.plugins.networkshell.engine.error.NoCommonAlgorithmException;
import io.jenkins.plugins.networkshell.engine.error.NoCommonAlgorithmException.Offers;
import io.jenkins.plugins.networkshell.engine.target.AlgorithmCategory;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the category without a common algorithm. */
public final class AlgorithmMismatch {
    private static final String LEGACY_WOULD_DO =
            "The preset 'legacy' would do (its algorithms are weak; use it for this device only).";

    private AlgorithmMismatch() {}

    /** @return null if every category has a common algorithm */
    public static NoCommonAlgorithmException find(Target target, Algorithms ours, ServerHello hello, Throwable cause) {
        AlgorithmCategory category = category(ours, hello);
        if (category == null) {
            return null;
        }
        List<String> mine = category.of(ours);
        List<String> theirs = category.of(hello.algorithms());
        boolean legacyWouldDo = wouldDo(Algorithms.legacy(), hello);
        return new NoCommonAlgorithmException(
                target.host(),
                target.address() + " and we have no " + category.label() + " algorithm in common: we offer "
                        + (mine.isEmpty() ? "none that this Java has" : String.join(", ", mine))
                        + "; the device offers " + String.join(", ", theirs) + ".",
                hint(category, target.algorithms(), hello),
                new Offers(category.label(), mine, theirs),
                legacyWouldDo,
                cause);
    }

    /** If the preset itself fails, only the next one can help; but the user's own list may be the cause. */
    private static String hint(AlgorithmCategory category, Algorithms wanted, ServerHello hello) {
        boolean secureWouldDo = wouldDo(Algorithms.secure(), hello);
        if (!secureWouldDo && !wouldDo(Algorithms.legacy(), hello)) {
            return "Not even the preset 'legacy' has what the device offers.";
        }
        if (!isOwnList(category, wanted)) {
            return LEGACY_WOULD_DO;
        }
        Algorithms preset = secureWouldDo ? Algorithms.secure() : Algorithms.legacy();
        List<String> common =
                new ArrayList<>(category.of(AlgorithmSuite.of(preset).names()));
        common.retainAll(category.of(hello.algorithms()));
        return "The list of " + category.label() + " algorithms that was given is the cause; the preset '"
                + (secureWouldDo ? "secure" : "legacy") + "' would do: it has " + common.get(0)
                + " in common with the device"
                + (secureWouldDo ? "." : " (its algorithms are weak; use it for this device only).");
    }

    private static boolean wouldDo(Algorithms preset, ServerHello hello) {
        return category(AlgorithmSuite.of(preset).names(), hello) == null;
    }

    /** Ignores the order. */
    private static boolean isOwnList(AlgorithmCategory category, Algorithms wanted) {
        Set<String> names = Set.copyOf(category.of(wanted));
        return Stream.of(Algorithms.secure(), Algorithms.legacy())
                .noneMatch(preset -> names.equals(Set.copyOf(category.of(preset))));
    }

    /** The device has the algorithm, but not in a secure form. */
    public static NoCommonAlgorithmException shortGroup(
            Target target, Algorithms ours, ServerHello hello, Throwable cause) {
        return new NoCommonAlgorithmException(
                target.host(),
                target.address() + " " + cause.getMessage() + ".",
                LEGACY_WOULD_DO,
                new Offers(
                        AlgorithmCategory.KEY_EXCHANGE.label(),
                        ours.keyExchanges(),
                        hello.algorithms().keyExchanges()),
                true,
                cause);
    }

    private static AlgorithmCategory category(Algorithms ours, ServerHello hello) {
        // SSHJ requires a common MAC even if the cipher needs none.
        for (AlgorithmCategory category : AlgorithmCategory.values()) {
            if (Collections.disjoint(category.of(ours), category.of(hello.algorithms()))) {
                return category;
            }
        }
        return null;
    }
}
