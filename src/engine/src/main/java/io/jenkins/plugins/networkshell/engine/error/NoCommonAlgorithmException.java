package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import java.util.List;

/** The device and this client have no common algorithm in some category. */
public final class NoCommonAlgorithmException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    private final String category;
    private final String ours;
    private final String theirs;
    private final boolean legacyWouldDo;

    /**
     * What each side offers, in its order.
     *
     * @param category for instance {@code key exchange}
     */
    public record Offers(String category, List<String> ours, List<String> theirs) {}

    public NoCommonAlgorithmException(
            String host, String sentence, String hint, Offers offers, boolean legacyWouldDo, Throwable cause) {
        super(ErrorKind.NO_COMMON_ALGORITHM, host, sentence, hint, cause);
        this.category = offers.category();
        this.ours = String.join(",", offers.ours());
        this.theirs = String.join(",", offers.theirs());
        this.legacyWouldDo = legacyWouldDo;
    }

    /** For instance {@code key exchange}. */
    public String category() {
        return category;
    }

    /** What we offered, in our order. */
    public List<String> ours() {
        return List.of(ours.split(",", -1));
    }

    /** What the device offered, in its order. */
    public List<String> theirs() {
        return List.of(theirs.split(",", -1));
    }

    /** Whether {@link Algorithms#legacy()} has an algorithm in common with the device in every category. */
    public boolean legacyWouldDo() {
        return legacyWouldDo;
    }
}
