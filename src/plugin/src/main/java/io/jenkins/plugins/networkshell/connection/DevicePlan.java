package io.jenkins.plugins.networkshell.connection;

import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.console.ValueMask;
import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.Serializable;
import java.util.List;

/**
 * What a step does with a device: resolved on the controller, and sent as it is to the machine where it is done. Prints
 * without secrets.
 */
public interface DevicePlan extends Serializable {
    ConnectionPlan connection();

    ConsoleStyle console();

    /**
     * What must not show in the log, each once: all that the plan holds. It is derived from the plan's content and kept
     * nowhere, so that no secret can be in the plan without being masked.
     */
    List<Secret> secrets();

    default ValueMask mask() {
        return new ValueMask(secrets());
    }
}
