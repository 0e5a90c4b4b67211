package io.jenkins.plugins.networkshell.connection;

import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.console.ValueMask;
import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.Serializable;
import java.util.List;

/**
 * The work of a step on a device: resolved on the controller, and sent unchanged to the machine where it runs. Prints
 * without secrets.
 */
public interface DevicePlan extends Serializable {
    ConnectionPlan connection();

    ConsoleStyle console();

    /**
     * All values to mask in the log, without duplicates. They are derived from the plan's content and not stored, so
     * that every secret in the plan is masked.
     */
    List<Secret> secrets();

    default ValueMask mask() {
        return new ValueMask(secrets());
    }
}
