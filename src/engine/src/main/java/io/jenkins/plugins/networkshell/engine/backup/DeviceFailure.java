package io.jenkins.plugins.networkshell.engine.backup;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Why a device has no new capture.
 *
 * @param kind the class of failures it belongs to, for example {@code authentication_failed}
 * @param sentence for people, without secrets
 * @param hint what the user can do about it, or null
 * @param lastLines the end of what was typed and read, secrets masked; empty if no shell was opened
 */
public record DeviceFailure(String kind, String sentence, String hint, List<String> lastLines) implements Serializable {
    /** The device was not tried: the run was cancelled or timed out, or the credential was suspended. */
    public static final String NOT_TRIED = "not_tried";
    /** The new capture is suspiciously small and was set aside. */
    public static final String SHRANK = "shrank";
    /** The device printed an error message instead of a configuration. */
    public static final String ERROR_TEXT = "error_text";
    /** The archive could not be written. */
    public static final String ARCHIVE = "archive";
    /** A defect of Network Shell itself. */
    public static final String INTERNAL = "internal";

    public DeviceFailure {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(sentence);
        lastLines = List.copyOf(lastLines);
    }

    /** A failure without lines of the session. */
    public DeviceFailure(String kind, String sentence, String hint) {
        this(kind, sentence, hint, List.of());
    }

    public DeviceFailure withLastLines(List<String> lines) {
        return new DeviceFailure(kind, sentence, hint, lines);
    }

    public static DeviceFailure of(NetworkShellException error) {
        if (error instanceof DeviceFailedException known) {
            return known.failure();
        }
        return new DeviceFailure(
                error.kind().name().toLowerCase(Locale.ROOT),
                error.getMessage(),
                error.hint().orElse(null));
    }
}
