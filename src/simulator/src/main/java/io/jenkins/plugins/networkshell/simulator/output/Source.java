package io.jenkins.plugins.networkshell.simulator.output;

import java.io.Closeable;
import java.io.IOException;

/** An output being printed: blocks of bytes as the device sends them. Used by one thread at a time. */
public interface Source extends Closeable {
    /** The next block, never empty; null at the end. Blocks are small enough (some 32 KiB) to bound memory. */
    byte[] next() throws IOException;

    @Override
    default void close() throws IOException {}

    /** One block. */
    static Source of(byte[] bytes) {
        return new Source() {
            private byte[] left = bytes.length == 0 ? null : bytes.clone();

            @Override
            public byte[] next() {
                byte[] block = left;
                left = null;
                return block;
            }
        };
    }
}
