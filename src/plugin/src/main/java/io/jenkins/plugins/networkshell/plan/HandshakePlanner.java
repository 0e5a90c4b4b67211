package io.jenkins.plugins.networkshell.plan;

import io.jenkins.plugins.networkshell.config.HostKeyPolicies;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.engine.target.AlgorithmCategory;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import io.jenkins.plugins.networkshell.engine.target.openssh.MemoryHostKeys;
import io.jenkins.plugins.networkshell.parameter.ParameterText;
import io.jenkins.plugins.networkshell.step.ConnectionStep;
import java.util.List;

/** Plans which host keys are accepted and which algorithms are offered. */
public final class HandshakePlanner {
    private final ConnectionStep connection;
    private final ParameterText text;
    private final MemoryHostKeys known;

    public HandshakePlanner(ConnectionStep connection, ParameterText text, MemoryHostKeys known) {
        this.connection = connection;
        this.text = text;
        this.known = known;
    }

    public HostKeyChecking hostKeys() {
        return new HostKeyChecking(policy(), List.of(known));
    }

    private Policy policy() {
        return policy(text.of(connection.getHostKeys()));
    }

    /**
     * @param name of the chosen policy; null for the global configuration's
     * @throws IllegalArgumentException if there is none of that name, or administrators do not allow it
     */
    public static Policy policy(String name) {
        NetworkShellConfiguration configuration = NetworkShellConfiguration.get();
        if (name == null) {
            return configuration.hostKeyPolicy();
        }
        Policy policy = HostKeyPolicies.parse(name);
        if (!configuration.allows(policy)) {
            throw new IllegalArgumentException(Messages.HandshakePlanner_NotAllowed(
                    HostKeyPolicies.name(policy), HostKeyPolicies.names(configuration::allows)));
        }
        return policy;
    }

    public Algorithms algorithms() {
        String name = text.of(connection.getAlgorithms());
        Algorithms algorithms = Algorithms.preset(name == null ? "secure" : name);
        algorithms = with(algorithms, AlgorithmCategory.KEY_EXCHANGE, connection.getKeyExchanges());
        algorithms = with(algorithms, AlgorithmCategory.HOST_KEY, connection.getHostKeyAlgorithms());
        algorithms = with(algorithms, AlgorithmCategory.CIPHER, connection.getCiphers());
        return with(algorithms, AlgorithmCategory.MAC, connection.getMacs());
    }

    private Algorithms with(Algorithms algorithms, AlgorithmCategory category, String list) {
        String expanded = text.of(list);
        return expanded == null ? algorithms : algorithms.with(category, expanded);
    }
}
