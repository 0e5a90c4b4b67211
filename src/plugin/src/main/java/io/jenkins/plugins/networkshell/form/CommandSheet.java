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
 * Commands as a form shows them: all of them in one text, a line each, and a row for each command with options. A row
 * names its command by the line, which stays right when lines before it come and go; a line that is there more than once
 * is told apart by a number, or all of them are meant.
 *
 * @param text as {@link CommandText} reads it
 * @param none what a command without options has
 * @param <O> the options of a command
 */
public record CommandSheet<O>(String text, List<Row<O>> rows, O none) {
    /** So many commands are named where a row is for none of them. */
    private static final int MOST_NAMED = 5;

    public CommandSheet {
        rows = List.copyOf(rows);
    }

    /** @param text of one command, of several lines where it reads them */
    public record Command<O>(String text, O options) {}

    /** A class, for forms call getters. */
    public static final class Row<O> {
        private final String line;
        private final String number;
        private final O options;

        /**
         * @param line the command's, the first of several
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

    /** @throws FormMistake when a row is for no command, or the text has no commands that can be told apart */
    public List<Command<O>> commands() {
        List<String> commands = read(text);
        Map<Integer, O> options = new HashMap<>();
        for (Row<O> row : rows) {
            if (row.line.isEmpty() && row.options.equals(none)) {
                continue; // added, and never filled in
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

    /** @throws FormMistake when a row could not say this of a command in the text */
    static void check(String text, String line, String number) {
        new Row<>(line, number, "").of(places(read(text), Util.fixNull(line).strip()));
    }

    /** What a row may name; none where the text cannot be read. */
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

    /** Where the line is in the list of commands: at least once. */
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
