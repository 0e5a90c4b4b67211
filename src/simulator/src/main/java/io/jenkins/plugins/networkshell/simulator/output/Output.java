package io.jenkins.plugins.networkshell.simulator.output;

import java.nio.file.Path;
import java.util.Objects;

/** A description of a command's output, from which {@link Source}s are opened. Immutable. */
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
     * The text of a UTF-8 file, read while it is printed; newlines and charset become the device's, placeholders are
     * not expanded.
     *
     * @param path the file
     */
    record FromFile(Path path) implements Output {}

    /**
     * Text generated while it is printed, in constant memory: the same kind, size and seed produce the same text.
     *
     * @param kind of text
     * @param bytes the size in bytes, with {@code \n} as newline; the last line is complete, so the size may be
     *     slightly larger
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
