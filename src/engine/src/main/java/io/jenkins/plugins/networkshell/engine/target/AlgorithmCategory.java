package io.jenkins.plugins.networkshell.engine.target;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The categories of {@link Algorithms}. */
public enum AlgorithmCategory {
    KEY_EXCHANGE("key exchange", Algorithms::keyExchanges, Algorithms::withKeyExchanges),
    HOST_KEY("host key", Algorithms::hostKeys, Algorithms::withHostKeys),
    CIPHER("cipher", Algorithms::ciphers, Algorithms::withCiphers),
    MAC("MAC", Algorithms::macs, Algorithms::withMacs);

    private final String label;
    private final Function<Algorithms, List<String>> getter;
    private final BiFunction<Algorithms, List<String>, Algorithms> setter;

    AlgorithmCategory(
            String label,
            Function<Algorithms, List<String>> getter,
            BiFunction<Algorithms, List<String>, Algorithms> setter) {
        this.label = label;
        this.getter = getter;
        this.setter = setter;
    }

    /** For messages: precedes the word <em>algorithm</em>. */
    public String label() {
        return label;
    }

    /** All known names, best first; the running Java may lack some. */
    public List<String> known() {
        return of(Algorithms.known());
    }

    public List<String> of(Algorithms algorithms) {
        return getter.apply(algorithms);
    }

    Algorithms replaceIn(Algorithms algorithms, List<String> names) {
        return setter.apply(algorithms, names);
    }
}
