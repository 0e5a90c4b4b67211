package io.jenkins.plugins.networkshell;

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
record NetworkSession(String id, String node, NetworkSessionStep step) implements Serializable {
    private static final long serialVersionUID = 1L;

    static NetworkSession of(NetworkSessionStep step, ExecutionNode node) {
        return new NetworkSession(UUID.randomUUID().toString(), node.nodeName(), step);
    }
}
