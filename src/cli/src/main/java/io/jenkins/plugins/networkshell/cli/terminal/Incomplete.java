package io.jenkins.plugins.networkshell.cli.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reports incomplete side files, such as recordings, at the end: a full disk ends a recording, not the session. Close
 * it after these files.
 */
public final class Incomplete implements AutoCloseable {
    private final Messages messages;
    private final List<Written> files = new ArrayList<>();

    private record Written(String option, Path file, Supplier<Optional<? extends Exception>> failure) {}

    public Incomplete(Messages messages) {
        this.messages = messages;
    }

    /** @param failure read when the file is closed */
    public void watch(String option, Path file, Supplier<Optional<? extends Exception>> failure) {
        files.add(new Written(option, file, failure));
    }

    @Override
    public void close() {
        for (Written written : files) {
            written.failure()
                    .get()
                    .ifPresent(e -> messages.warning("The file " + written.file() + " that " + written.option()
                            + " names is not complete: it could not be written to its end (" + e.getMessage() + ")."));
        }
    }
}
