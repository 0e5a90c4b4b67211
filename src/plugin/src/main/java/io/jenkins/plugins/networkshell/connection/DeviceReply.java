package io.jenkins.plugins.networkshell.connection;

import java.io.Serializable;
import java.util.List;

/**
 * The answer to a {@link DeviceCall}.
 *
 * @param learnedHostKeys lines in the format of {@code known_hosts}
 * @param refusedHostKeys keys that ended a connection
 */
public record DeviceReply<R extends DeviceOutcome>(R outcome, String learnedHostKeys, List<RefusedKey> refusedHostKeys)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public DeviceReply {
        refusedHostKeys = List.copyOf(refusedHostKeys);
    }
}
