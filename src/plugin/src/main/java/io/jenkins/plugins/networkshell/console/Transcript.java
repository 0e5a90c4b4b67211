package io.jenkins.plugins.networkshell.console;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** All that the log shows or would show, as a file: for what is too much for the log. */
public final class Transcript implements LineSink, AutoCloseable {
    private static final String FILE = "transcript.txt";

    private final BufferedWriter writer;
    private IOException broken;

    /** @param folder null: nothing is written */
    public Transcript(Path folder) throws IOException {
        writer = folder == null ? null : Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8);
    }

    @Override
    public void text(String text, boolean ended) {
        if (writer == null || broken != null) {
            return;
        }
        try {
            writer.write(text);
            if (ended) {
                writer.write('\n');
            }
        } catch (IOException e) {
            broken = e; // must not end the session that brings the text
        }
    }

    /** @return the file's name, or null where none was wanted */
    public String finish() throws IOException {
        if (writer == null) {
            return null;
        }
        if (broken != null) {
            throw broken;
        }
        writer.flush();
        return FILE;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
