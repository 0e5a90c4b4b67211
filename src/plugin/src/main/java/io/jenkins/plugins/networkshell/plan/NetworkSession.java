package io.jenkins.plugins.networkshell.plan;

import io.jenkins.plugins.networkshell.step.ConnectionStep;
import java.io.Serializable;
import java.util.UUID;

/**
 * The context that a {@code networkSession} block gives to its steps. Survives a restart of Jenkins; the connection
 * does not, so the next step reopens it.
 *
 * @param id of the shared connection
 * @param node that has the connection; empty for the controller
 * @param step the parameters of the block's connection, without secrets
 */
public record NetworkSession(String id, String node, ConnectionStep step) implements Serializable {
    private static final long serialVersionUID = 1L;

    public static NetworkSession of(ConnectionStep step, String node) {
        return new NetworkSession(UUID.randomUUID().toString(), node, step);
    }
}
