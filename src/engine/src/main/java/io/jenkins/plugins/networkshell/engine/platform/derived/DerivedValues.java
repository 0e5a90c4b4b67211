package io.jenkins.plugins.networkshell.engine.platform.derived;

import java.io.Serializable;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Values that follow from the rest of a definition and are expensive to compute: all sessions with devices of the
 * platform share them. Computed on first use, and again on a machine that the definition is sent to. Equal to any other
 * instance, because it adds nothing to the definition. Thread-safe.
 */
public final class DerivedValues implements Serializable {
    private static final long serialVersionUID = 1L;

    /** By what they are derived with; null until the first use. */
    private transient Map<Derivation<?, ?>, Object> values;

    /**
     * Synchronized while it computes, because the sessions of a fleet start together and each would compute its own.
     *
     * @param definition the one that these values belong to
     */
    @SuppressWarnings("unchecked") // a derivation's value was computed by the same derivation
    public synchronized <D, T> T get(Derivation<D, T> derivation, D definition) {
        if (values == null) {
            values = new IdentityHashMap<>();
        }
        Object value = values.get(derivation);
        if (value == null) {
            value = derivation.of(definition); // may ask for other values, so this is not computeIfAbsent
            values.put(derivation, value);
        }
        return (T) value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DerivedValues;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}
