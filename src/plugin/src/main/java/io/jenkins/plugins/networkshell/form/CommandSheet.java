package io.jenkins.plugins.networkshell.form;

import hudson.Util;
import io.jenkins.plugins.networkshell.parameter.CommandText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Commands as a form shows them: all of them in one text, one per line, and a row for each command with options. A row
 * refers to its command by the line's text, which stays valid when earlier lines are added or removed; for a line that
 * occurs more than once, a number selects one of them, or the row applies to all.
 *
 * @param text as {@link CommandText} reads it
 * @param none the options of a command without a row
 * @param <O> the options of a command
 */
public record CommandSheet<O>(String text, List<Row<O>> rows, O none) {
    /** How many commands are listed when a row matches none of them. */
    private static final int MOST_NAMED = 5;

    public CommandSheet {
        rows = List.copyOf(rows);
    }

    /** @param text of one command, with the lines that it reads, if any */
    public record Command<O>(String text, O options) {}

    /** A class, because forms call getters. */
    public static final class Row<O> {
        private final String line;
        private final String number;
        private final O options;

        /**
         * @param line the command's line, the first of several
         * @param number which of the commands with this line is meant, from 1; empty for all
         */
        public Row(String line, String number, O options) {
            this.line = Util.fixNull(line).strip();
            this.number = Util.fixNull(number).strip();
            this.options = options;
        }

        public String getLine() {
            return line;
        }

        public String getNumber() {
            return number;
        }

        public O getOptions() {
            return options;
        }

        private List<Integer> of(List<Integer> places) {
            if (number.isEmpty()) {
                return places;
            }
            int wanted = number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
            if (wanted < 1 || wanted > places.size()) {
                throw new FormMistake(Messages.CommandSheet_Number(number, line, places.size()));
            }
            return List.of(places.get(wanted - 1));
        }
    }

    public static <O> CommandSheet<O> of(List<Command<O>> commands, O none) {
        String text = CommandText.of(commands.stream().map(Command::text).toList());
        Map<String, List<Command<O>>> byLine = commands.stream()
                .collect(Collectors.groupingBy(
                        command -> CommandText.firstLine(command.text()), LinkedHashMap::new, Collectors.toList()));
        List<Row<O>> rows = new ArrayList<>();
        byLine.forEach((line, alike) -> rows.addAll(rows(line, alike, none)));
        return new CommandSheet<>(text, rows, none);
    }

    private static <O> List<Row<O>> rows(String line, List<Command<O>> alike, O none) {
        O first = alike.get(0).options();
        if (alike.stream().allMatch(command -> command.options().equals(first))) {
            return first.equals(none) ? List.of() : List.of(new Row<>(line, "", first));
        }
        return IntStream.range(0, alike.size())
                .filter(i -> !alike.get(i).options().equals(none))
                .mapToObj(
                        i -> new Row<>(line, String.valueOf(i + 1), alike.get(i).options()))
                .toList();
    }

    /** @throws FormMistake if a row matches no command, or the commands in the text are ambiguous */
    public List<Command<O>> commands() {
        List<String> commands = read(text);
        Map<Integer, O> options = new HashMap<>();
        for (Row<O> row : rows) {
            if (row.line.isEmpty() && row.options.equals(none)) {
                continue; // added, but not filled in
            }
            for (int place : row.of(places(commands, row.line))) {
                if (options.put(place, row.options) != null) {
                    throw new FormMistake(Messages.CommandSheet_Twice(row.line));
                }
            }
        }
        return IntStream.range(0, commands.size())
                .mapToObj(i -> new Command<>(commands.get(i), options.getOrDefault(i, none)))
                .toList();
    }

    /** @throws FormMistake if no row could refer to this command in the text */
    static void check(String text, String line, String number) {
        new Row<>(line, number, "").of(places(read(text), Util.fixNull(line).strip()));
    }

    /** The lines that a row may refer to; none if the text cannot be read. */
    static List<String> lines(String text) {
        try {
            return read(text).stream().map(CommandText::firstLine).distinct().toList();
        } catch (FormMistake e) {
            return List.of();
        }
    }

    private static List<String> read(String text) {
        try {
            return CommandText.commands(Util.fixNull(text));
        } catch (IllegalArgumentException e) {
            throw new FormMistake(e.getMessage());
        }
    }

    /** The positions of the line in the list of commands: at least one. */
    private static List<Integer> places(List<String> commands, String line) {
        if (line.isEmpty()) {
            throw new FormMistake(Messages.CommandSheet_NoLine());
        }
        List<String> lines = commands.stream().map(CommandText::firstLine).toList();
        List<Integer> places = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).equals(line))
                .boxed()
                .toList();
        if (places.isEmpty()) {
            throw new FormMistake(
                    lines.isEmpty()
                            ? Messages.CommandSheet_NoCommands(line)
                            : Messages.CommandSheet_Unknown(line, named(lines)));
        }
        return places;
    }

    private static String named(List<String> lines) {
        List<String> distinct = lines.stream().distinct().toList();
        String some = distinct.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return distinct.size() > MOST_NAMED ? some + ", …" : some;
    }
}
