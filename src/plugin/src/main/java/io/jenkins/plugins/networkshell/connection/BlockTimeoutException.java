package io.jenkins.plugins.networkshell.connection;

import io.jenkins.plugins.networkshell.config.DurationText;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.time.Duration;

/** The shared connection of a block has reached its time limit. */
public final class BlockTimeoutException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    BlockTimeoutException(String host, Duration limit) {
        super(
                ErrorKind.TIMEOUT,
                host,
                Messages.BlockTimeoutException_Sentence(host, DurationText.format(limit)),
                Messages.BlockTimeoutException_Hint(),
                null);
    }
}
