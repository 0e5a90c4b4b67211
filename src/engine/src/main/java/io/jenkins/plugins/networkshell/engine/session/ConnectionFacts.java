package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.AlgorithmsInUse;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import java.io.Serializable;
import java.util.concurrent.TimeUnit;

/**
 * Facts about an open connection. Immutable.
 *
 * @param serverVersion the server's identification, for instance {@code SSH-2.0-HUAWEI-1.5}
 * @param hostKey the accepted host key
 * @param algorithms the negotiated ones
 * @param connectMillis from the start to the end of login, including jump hosts and retries
 * @param roundTripMicros how long a message to the device and its answer took, in microseconds
 */
public record ConnectionFacts(
        String serverVersion, HostKey hostKey, AlgorithmsInUse algorithms, long connectMillis, long roundTripMicros)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public static ConnectionFacts of(SshConnection connection) {
        return new ConnectionFacts(
                connection.serverVersion(),
                connection.hostKey(),
                connection.algorithmsInUse(),
                connection.connectMillis(),
                TimeUnit.NANOSECONDS.toMicros(connection.roundTrip().toNanos()));
    }
}
