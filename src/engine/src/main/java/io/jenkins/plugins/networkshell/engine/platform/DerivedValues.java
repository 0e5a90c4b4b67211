package io.jenkins.plugins.networkshell.engine.platform;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Values that follow from the rest of a definition and are expensive to compute: all sessions with devices of the
 * platform share them. Computed on first use, and again on a machine that the definition is sent to. Equal to any other
 * instance, because it adds nothing to the definition. Thread-safe.
 */
public final class DerivedValues implements Serializable {
    private static final long serialVersionUID = 1L;

    /** By their type; null until the first use. */
    private transient Map<Class<?>, Object> values;

    DerivedValues() {}

    /**
     * Synchronized while it computes, because the sessions of a fleet start together and each would compute its own.
     *
     * @param type which identifies the value among those of this definition
     * @param computed from the definition alone, immutable
     */
    public synchronized <T> T get(Class<T> type, Supplier<T> computed) {
        if (values == null) {
            values = new HashMap<>();
        }
        Object value = values.get(type);
        if (value == null) {
            value = computed.get(); // may ask for other values, so this is not computeIfAbsent
            values.put(type, value);
        }
        return type.cast(value);
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
