package io.jenkins.plugins.networkshell.network;

import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What each fault of the simulator does to a device, and what a backup has to make of it.
 *
 * @param outcomes what may be in the report as the class of the failure
 */
record Defect(Fault fault, Set<String> outcomes) {
    /** How the report writes that the device was captured all the same. */
    static final String CAPTURED = "null";

    /** Some of the configuration has been printed by then. */
    private static final int BYTES_BEFORE = 300;

    static Defect of(Fault fault) {
        return new Defect(
                fault,
                switch (fault) {
                    case CLOSE_AFTER_CONNECT -> Set.of("unreachable");
                    case SILENT, STALL -> Set.of("timeout");
                    case NOT_SSH -> Set.of("not_ssh");
                    case CLOSE_AFTER_IDENTIFICATION,
                            SESSION_LIMIT,
                            CLOSE_AFTER_LOGIN,
                            DROP_CONNECTION,
                            HANG_UP,
                            DISCONNECT,
                            EOF_WITHOUT_CLOSE -> Set.of("connection_lost");
                    case CHANGED_HOST_KEY -> Set.of("host_key_changed");
                    case REJECT_LOGIN, REFUSE_AUTH_METHODS -> Set.of("authentication_failed");
                    case REFUSE_PTY, REFUSE_SHELL -> Set.of("shell_refused");
                    case NEVER_PROMPTS -> Set.of("prompt_not_recognised");
                    // Without an echo nothing shows where an answer begins; when in doubt, it is not kept.
                    case NO_ECHO -> Set.of(CAPTURED, "configuration_incomplete", "timeout");
                    default -> Set.of(CAPTURED);
                });
    }

    boolean isSilence() {
        return switch (fault) {
            case SILENT, STALL, NEVER_PROMPTS, NO_ECHO -> true;
            default -> false;
        };
    }

    /** @param command that prints the configuration */
    FaultPlan plan(String command) {
        FaultPlan plan = FaultPlan.of(fault);
        return switch (fault) {
            case DROP_CONNECTION, HANG_UP, DISCONNECT, EOF_WITHOUT_CLOSE, STALL, REKEY ->
                plan.onCommand(Pattern.quote(command)).afterBytes(BYTES_BEFORE);
            case TRICKLE, SPLIT_SEQUENCES -> plan.every(Duration.ofMillis(1));
            case DELAY_BEFORE_PROMPT -> plan.every(Duration.ofMillis(500));
            default -> plan;
        };
    }
}
