package io.jenkins.plugins.networkshell.simulator.scene;

import java.util.List;
import java.util.Optional;

/** The behaviour of a device's shell: commands, or a recorded session. */
public sealed interface Script {
    /**
     * A device with commands.
     *
     * @param modes a session starts in the first one
     * @param commands the first matching rule wins
     * @param abbreviations whether {@code dis cur} finds {@code display current-configuration}
     * @param unknown printed for a command that no rule matches; {@code ${caret}} is a {@code ^} under the first bad
     *     word
     * @param incomplete printed for the beginning of a command; null: like {@code unknown}
     * @param exec commands of the exec channel; null: exec requests are refused
     */
    record Commands(
            List<Mode> modes,
            List<CommandRule> commands,
            boolean abbreviations,
            String unknown,
            String incomplete,
            List<CommandRule> exec)
            implements Script {
        public Commands {
            modes = List.copyOf(modes);
            commands = List.copyOf(commands);
            exec = exec == null ? null : List.copyOf(exec);
            if (modes.isEmpty()) {
                throw new IllegalArgumentException("at least one mode is needed");
            }
        }

        public Optional<Mode> mode(String name) {
            return modes.stream().filter(m -> m.name().equals(name)).findFirst();
        }
    }

    /**
     * A recorded session: the exact bytes that followed each input, including echo and prompt.
     *
     * @param initial what the shell prints before any input; empty: the recording has exec requests only
     * @param ordered whether the inputs must occur in this order
     */
    record Transcript(byte[] initial, List<Entry> entries, boolean ordered) implements Script {
        public Transcript {
            initial = initial.clone();
            entries = List.copyOf(entries);
        }

        @Override
        public byte[] initial() {
            return initial.clone();
        }
    }

    /** @param input the typed text, line ends as {@code \n} */
    record Entry(String input, byte[] output) {
        public Entry {
            output = output.clone();
        }

        @Override
        public byte[] output() {
            return output.clone();
        }
    }
}
