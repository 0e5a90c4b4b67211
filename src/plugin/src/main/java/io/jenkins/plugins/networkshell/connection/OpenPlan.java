package io.jenkins.plugins.networkshell.connection;

import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.engine.Secret;
import java.util.List;

/** Only connects. */
public record OpenPlan(ConnectionPlan connection, ConsoleStyle console) implements DevicePlan {
    private static final long serialVersionUID = 1L;

    @Override
    public List<Secret> secrets() {
        return connection.secrets();
    }
}
