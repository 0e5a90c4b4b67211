package io.jenkins.plugins.networkshell.backup.shard;

import java.io.IOException;

/** The machine of a shard was lost, or has lost the shard. Results fetched until then are valid. */
public final class LostShardException extends IOException {
    private static final long serialVersionUID = 1L;

    LostShardException(String message, Exception cause) {
        super(message, cause);
    }
}
