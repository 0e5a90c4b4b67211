package io.jenkins.plugins.networkshell.simulator.output;

import java.nio.file.Path;
import java.util.Objects;

/** What a command prints: a description, from which {@link Source}s are opened. Immutable. */
public sealed interface Output {
    /** Prints nothing. */
    Output NOTHING = new Text("");

    /**
     * Text with {@code ${…}} placeholders and newlines as {@code \n}; a missing last newline is added.
     *
     * @param template the text
     */
    record Text(String template) implements Output {
        public Text {
            Objects.requireNonNull(template, "template");
        }
    }

    /**
     * Bytes exactly as given: no placeholders, no newline conversion, no charset.
     *
     * @param bytes the bytes
     */
    record Raw(byte[] bytes) implements Output {
        public Raw {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /**
     * The text of a UTF-8 file, read while it is printed; newlines and charset become the device's, placeholders stay.
     *
     * @param path the file
     */
    record FromFile(Path path) implements Output {}

    /**
     * Text made while it is printed, in constant memory: the same kind, size and seed give the same text.
     *
     * @param kind what it looks like
     * @param bytes the size in bytes, with {@code \n} as newline; the last line is complete, so it may be slightly more
     * @param seed varies numbers and names
     */
    record Generated(Generator kind, long bytes, long seed) implements Output {
        public Generated {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes must not be negative: " + bytes);
            }
        }
    }
}
