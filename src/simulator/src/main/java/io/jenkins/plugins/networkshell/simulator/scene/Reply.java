package io.jenkins.plugins.networkshell.simulator.scene;

import io.jenkins.plugins.networkshell.simulator.output.Generator;
import io.jenkins.plugins.networkshell.simulator.output.Output;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The reaction to a command or an answer, in this order: changes {@code set}, mode and paging, waits {@code delay},
 * prints {@code output}, and then closes, asks, or prompts. Immutable; {@code with…} return copies.
 *
 * @param output the printed output
 * @param mode the mode afterwards; null: unchanged
 * @param set device variables to change, all at once, with {@code ${…}} placeholders; shared by all
 *     sessions of the device;
 *     {@code host} is the host name in prompts
 * @param pageLength the session's page length afterwards; null: unchanged; 0: paging off
 * @param ask a question instead of the prompt; null: none
 * @param close whether the session ends
 * @param exitStatus the status of the session or the exec request, default 0
 * @param delay before the output
 * @param paged whether the pager may stop this output, default true
 */
public record Reply(
        Output output,
        String mode,
        Map<String, String> set,
        Integer pageLength,
        Question ask,
        boolean close,
        int exitStatus,
        Duration delay,
        boolean paged) {
    /** Only the next prompt. */
    public static final Reply NOTHING =
            new Reply(Output.NOTHING, null, Map.of(), null, null, false, 0, Duration.ZERO, true);

    public Reply {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(delay, "delay");
        set = Map.copyOf(set);
    }

    /** Prints text, with placeholders. */
    public static Reply text(String template) {
        return NOTHING.withOutput(new Output.Text(template));
    }

    /** Prints bytes unchanged. */
    public static Reply raw(byte[] bytes) {
        return NOTHING.withOutput(new Output.Raw(bytes));
    }

    public static Reply generated(Generator kind, long bytes, long seed) {
        return NOTHING.withOutput(new Output.Generated(kind, bytes, seed));
    }

    /** Ends the session. */
    public static Reply closing() {
        return new Reply(Output.NOTHING, null, Map.of(), null, null, true, 0, Duration.ZERO, true);
    }

    public Reply withOutput(Output other) {
        return new Reply(other, mode, set, pageLength, ask, close, exitStatus, delay, paged);
    }

    public Reply withMode(String next) {
        return new Reply(output, next, set, pageLength, ask, close, exitStatus, delay, paged);
    }

    public Reply withSet(String variable, String value) {
        Map<String, String> more = new HashMap<>(set);
        more.put(variable, value);
        return new Reply(output, mode, more, pageLength, ask, close, exitStatus, delay, paged);
    }

    public Reply withPageLength(int lines) {
        return new Reply(output, mode, set, lines, ask, close, exitStatus, delay, paged);
    }

    public Reply withQuestion(Question question) {
        return new Reply(output, mode, set, pageLength, question, close, exitStatus, delay, paged);
    }

    public Reply withDelay(Duration thinking) {
        return new Reply(output, mode, set, pageLength, ask, close, exitStatus, thinking, paged);
    }

    public Reply withExitStatus(int status) {
        return new Reply(output, mode, set, pageLength, ask, close, status, delay, paged);
    }

    public Reply unpaged() {
        return new Reply(output, mode, set, pageLength, ask, close, exitStatus, delay, false);
    }
}
