package io.jenkins.plugins.networkshell.engine.files;

import java.io.IOException;

/** Receives a file's bytes in order. The array is reused after the call. */
@FunctionalInterface
public interface ByteSink {
    void accept(byte[] bytes, int offset, int length) throws IOException;
}
