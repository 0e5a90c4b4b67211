package io.jenkins.plugins.networkshell.engine.platform.command;

import java.io.Serializable;
import java.util.List;

/**
 * Commands that only display something: they change nothing, ask nothing, end by themselves, and leave the prompt as it
 * is. So they may be typed before the prompt of the previous one has arrived, and running one twice does no harm.
 *
 * @param commands their beginnings
 * @param except beginnings of commands that are not harmless although one of {@code commands} matches
 * @param filters what may follow {@code |}, each with its own words
 */
public record HarmlessCommands(List<CommandForm> commands, List<CommandForm> except, List<CommandForm> filters)
        implements Serializable {
    public static final HarmlessCommands NONE = new HarmlessCommands(List.of(), List.of(), List.of());

    /** Redirects to a file, starts another command, or expands to something else, on any device. */
    private static final String TELLTALE = ">;&`$\\\n";

    public HarmlessCommands {
        commands = List.copyOf(commands);
        except = List.copyOf(except);
        filters = List.copyOf(filters);
    }

    public boolean contains(String command) {
        if (command.chars().anyMatch(c -> TELLTALE.indexOf(c) >= 0)) {
            return false;
        }
        String[] parts = command.split("\\|", -1);
        for (int i = 1; i < parts.length; i++) {
            if (!begins(filters, parts[i])) {
                return false;
            }
        }
        return begins(commands, parts[0]) && !begins(except, parts[0]);
    }

    private static boolean begins(List<CommandForm> forms, String text) {
        return forms.stream().anyMatch(form -> form.begins(text));
    }
}
