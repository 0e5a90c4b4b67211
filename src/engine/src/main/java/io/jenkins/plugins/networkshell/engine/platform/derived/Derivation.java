package io.jenkins.plugins.networkshell.engine.platform.derived;

import java.util.function.Function;

/**
 * How a value follows from a definition: a constant of the class that needs the value. It also identifies the value, so
 * two values of one definition are never confused, whatever their types.
 *
 * @param <D> the definition
 * @param <T> the value, which is immutable
 */
public final class Derivation<D, T> {
    private final Function<D, T> computation;

    /** @param computation uses the definition alone */
    public Derivation(Function<D, T> computation) {
        this.computation = computation;
    }

    T of(D definition) {
        return computation.apply(definition);
    }
}
