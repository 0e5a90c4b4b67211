package io.jenkins.plugins.networkshell.plan;

import io.jenkins.plugins.networkshell.step.ConnectionStep;
import java.io.Serializable;
import java.util.UUID;

/**
 * What a {@code networkSession} block gives to the steps inside it. Survives a restart of Jenkins, which the connection
 * does not: the next step opens it anew.
 *
 * @param id of the shared connection
 * @param node where the connection is; empty for the controller
 * @param step what the block's connection is like; without secrets
 */
public record NetworkSession(String id, String node, ConnectionStep step) implements Serializable {
    private static final long serialVersionUID = 1L;

    public static NetworkSession of(ConnectionStep step, String node) {
        return new NetworkSession(UUID.randomUUID().toString(), node, step);
    }
}
