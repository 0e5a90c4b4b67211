package io.jenkins.plugins.networkshell.engine.session;

import java.io.IOException;
import java.util.Optional;

/** Decides where the configurations of a session are kept. */
@FunctionalInterface
public interface CaptureFiles {
    /** Keeps nothing. Configurations are still checked for completeness. */
    CaptureFiles NONE = (configuration, first) -> Optional.empty();

    /**
     * Starts the file for a configuration that a command is about to print. A configuration that is printed again gets
     * the same file.
     *
     * @param configuration its name in the platform's definition, for instance {@code running}
     * @param first whether it is the first kind of configuration in the session
     * @return empty if it is not kept
     */
    Optional<ConfigurationCapture> begin(String configuration, boolean first) throws IOException;

    /**
     * The files of one device in an archive: the first configuration goes to {@code <name>.cfg}, another one ({@code
     * running} after {@code startup}) to {@code <name>.<configuration>.cfg}.
     *
     * @param device its name in the archive
     */
    static CaptureFiles of(ConfigurationArchive archive, String device) {
        return (configuration, first) -> Optional.of(archive.capture(device, first ? null : configuration));
    }
}
