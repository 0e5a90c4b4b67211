package io.jenkins.plugins.networkshell.console;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The full log of a session as a file, for output above the log's limit. */
public final class Transcript implements LineSink, AutoCloseable {
    private static final String FILE = "transcript.txt";

    private final BufferedWriter writer;
    private IOException broken;

    /** @param folder null to write nothing */
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
            broken = e; // must not end the session that adds the text
        }
    }

    /** @return the file's name, or null if none was requested */
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
