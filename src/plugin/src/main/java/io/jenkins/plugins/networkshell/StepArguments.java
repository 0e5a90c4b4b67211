package io.jenkins.plugins.networkshell;

import hudson.util.Secret;
import io.jenkins.plugins.networkshell.artifact.SessionFile;
import io.jenkins.plugins.networkshell.parameter.CommandText;
import io.jenkins.plugins.networkshell.step.LoginAnswerEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** The short forms that a Pipeline may use for parameters that the forms show as lists of entries. */
final class StepArguments {
    private static final String COMMANDS = "commands";
    private static final String COMMAND = "command";
    private static final String ANSWERS = "answers";
    private static final String QUESTION = "question";
    private static final String ANSWER = "answer";
    private static final String CREDENTIALS_ID = "credentialsId";
    private static final String ENVIRONMENT = "environment";
    private static final String LOGIN_ANSWERS = "loginAnswers";
    private static final String FROM = "from";
    /** Artifacts that are created on request: a boolean, or their path. */
    static final List<String> ARTIFACTS = with(SessionFile.parameters(), "sshLog");

    /** Either a boolean, or a text with more detail. */
    private static final List<String> SWITCHES = with(ARTIFACTS, "archive", "checksum");

    private StepArguments() {}

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    /**
     * Commands may be one text of many lines, or a list of texts and maps; answers a map from question to a text, a
     * secret or credentials; variables a map; files a list; {@code archive} and similar parameters a boolean.
     */
    static Map<String, Object> unfold(Map<String, Object> arguments) {
        Map<String, Object> unfolded = new TreeMap<>(arguments);
        unfolded.computeIfPresent(COMMANDS, (name, value) -> commands(value));
        unfolded.computeIfPresent(ANSWERS, (name, value) -> answers(value));
        unfolded.computeIfPresent(ENVIRONMENT, (name, value) -> variables(value));
        unfolded.computeIfPresent(LOGIN_ANSWERS, (name, value) -> loginAnswers(value));
        unfolded.computeIfPresent(FROM, (name, value) -> value instanceof List<?> list ? lines(list) : value);
        for (String one : SWITCHES) {
            unfolded.computeIfPresent(one, (name, value) -> value instanceof Boolean ? value.toString() : value);
        }
        return unfolded;
    }

    /** The first command, in whichever form it was written; empty if there is none. */
    static String firstCommand(Map<String, ?> arguments) {
        Object command = arguments.containsKey(COMMANDS) ? arguments.get(COMMANDS) : arguments.get(COMMAND);
        if (command instanceof List<?> list) {
            command = list.isEmpty() ? null : list.get(0);
        }
        if (command instanceof Map<?, ?> map) {
            command = map.get(COMMAND);
        } else if (command instanceof UninstantiatedDescribable entry) {
            command = entry.getArguments().get(COMMAND);
        } else if (command instanceof CommandEntry entry) {
            command = entry.getCommand();
        }
        return command instanceof CharSequence text ? CommandText.firstLine(text.toString()) : "";
    }

    private static Object variables(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        List<VariableEntry> entries = new ArrayList<>();
        map.forEach((name, text) -> entries.add(new VariableEntry(text(name), text(text))));
        return entries;
    }

    /** Maps of {@code prompt} and {@code answer}, which may be a text, or {@code credentialsId}. */
    private static Object loginAnswers(Object value) {
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<Object> entries = new ArrayList<>();
        for (Object one : list) {
            if (one instanceof Map<?, ?> map && isText(map.get(ANSWER))) {
                LoginAnswerEntry entry = new LoginAnswerEntry(text(map.get("prompt")));
                entry.setAnswer(Secret.fromString(text(map.get(ANSWER))));
                entry.setCredentialsId(text(map.get(CREDENTIALS_ID)));
                entries.add(entry);
            } else {
                entries.add(one);
            }
        }
        return entries;
    }

    /** A code may be a number: if numbers did not count as text, the error would print it. */
    private static boolean isText(Object value) {
        return value instanceof CharSequence || value instanceof Number;
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String lines(List<?> list) {
        return list.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    /**
     * A text has one command per line; a text in a list is one command, and its further lines are the command's input.
     */
    private static Object commands(Object value) {
        if (value instanceof CharSequence text) {
            return List.of(new CommandEntry(text.toString()));
        }
        List<Object> entries = new ArrayList<>();
        for (Object entry : value instanceof List<?> list ? list : List.of(value)) {
            if (entry instanceof CharSequence text) {
                entries.add(new CommandEntry(CommandText.ofOne(text.toString())));
            } else if (entry instanceof Map<?, ?> map) {
                Map<Object, Object> fields = new LinkedHashMap<>(map);
                fields.computeIfPresent(COMMAND, (name, command) -> CommandText.ofOne(text(command)));
                fields.computeIfPresent(ANSWERS, (name, answers) -> answers(answers));
                entries.add(fields);
            } else {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** A map from question to answer, or a list of maps. */
    private static Object answers(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<AnswerEntry> entries = new ArrayList<>();
            map.forEach((question, answer) -> entries.add(answer(text(question), answer)));
            return entries;
        }
        return value instanceof List<?> list
                ? list.stream()
                        .map(one -> one instanceof Map<?, ?> map && map.get(ANSWER) instanceof Secret secret
                                ? new AnswerEntry(text(map.get(QUESTION)), secret)
                                : one)
                        .toList()
                : value;
    }

    /** A text; a secret, as {@code input} returns it for a password; or credentials. */
    private static AnswerEntry answer(String question, Object answer) {
        if (answer instanceof Secret secret) {
            return new AnswerEntry(question, secret);
        }
        if (!(answer instanceof Map<?, ?> map)) {
            return new AnswerEntry(question, text(answer));
        }
        if (!map.keySet().equals(Set.of(CREDENTIALS_ID))) {
            throw new IllegalArgumentException(Messages.StepArguments_Answer(question));
        }
        AnswerEntry entry = new AnswerEntry(question, "");
        entry.setCredentialsId(text(map.get(CREDENTIALS_ID)));
        return entry;
    }

    /** The reverse, for the snippet generator: shortens what can be written short. */
    static Map<String, Object> fold(Map<String, ?> arguments) {
        Map<String, Object> folded = new TreeMap<>(arguments);
        folded.computeIfPresent("host", (name, value) -> text(value).isBlank() ? null : value); // the block's
        folded.computeIfPresent(COMMANDS, (name, value) -> foldedRows(filled(value, COMMAND)));
        folded.computeIfPresent(ANSWERS, (name, value) -> foldedAnswers(value));
        folded.computeIfPresent(
                LOGIN_ANSWERS, (name, value) -> each(filled(value, "prompt"), StepArguments::foldedLoginAnswer));
        folded.computeIfPresent(
                ENVIRONMENT, (name, value) -> foldedPairs(value, "name", fields -> fields.get("value")));
        folded.computeIfPresent(FROM, (name, value) -> foldedLines(value));
        for (String one : SWITCHES) {
            folded.computeIfPresent(one, (name, value) -> foldedSwitch(value));
        }
        return folded;
    }

    /**
     * Removes the rows of a form that were not filled in.
     *
     * @param field the field without which a row is empty
     * @return null if no row is left
     */
    private static Object filled(Object value, String field) {
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<?> rows = list.stream()
                .filter(entry -> !(entry instanceof UninstantiatedDescribable row)
                        || !text(row.getArguments().get(field)).isBlank())
                .toList();
        return rows.isEmpty() ? null : rows;
    }

    private static Object each(Object value, UnaryOperator<Object> change) {
        return value instanceof List<?> list
                ? list.stream().map(entry -> change.apply(entry)).toList()
                : value;
    }

    private static Object foldedRows(Object rows) {
        return rows instanceof List<?> list
                ? list.stream().flatMap(StepArguments::foldedCommands).toList()
                : rows;
    }

    /** A row of the form may have several commands with the same options. */
    private static Stream<Object> foldedCommands(Object row) {
        if (!(row instanceof UninstantiatedDescribable entry)) {
            return Stream.of(row);
        }
        Map<String, Object> fields = new TreeMap<>(entry.getArguments());
        fields.computeIfPresent(ANSWERS, (name, value) -> foldedAnswers(value));
        return commandsIn(text(fields.get(COMMAND))).stream().map(command -> {
            Map<String, Object> one = new TreeMap<>(fields);
            one.put(COMMAND, command);
            return one.size() == 1 ? command : one;
        });
    }

    private static List<String> commandsIn(String text) {
        try {
            return CommandText.commands(text);
        } catch (IllegalArgumentException e) {
            return List.of(text); // unchanged: the step reports what is wrong with it
        }
    }

    private static Object foldedLines(Object value) {
        return value instanceof String text && text.contains("\n")
                ? text.lines().toList()
                : value;
    }

    /** Without the answer itself, which does not belong in scripts: a placeholder to fill in. */
    private static Object foldedLoginAnswer(Object entry) {
        if (!(entry instanceof UninstantiatedDescribable answer)) {
            return entry;
        }
        Map<String, Object> fields = new TreeMap<>(answer.getArguments());
        fields.computeIfPresent(ANSWER, (name, value) -> "CODE");
        return fields;
    }

    private static Object foldedSwitch(Object value) {
        if ("true".equals(value)) {
            return Boolean.TRUE;
        }
        return "false".equals(value) ? Boolean.FALSE : value;
    }

    private static Object foldedAnswers(Object value) {
        return foldedPairs(value, QUESTION, fields -> {
            Object id = fields.get(CREDENTIALS_ID);
            return id == null ? fields.get(ANSWER) : Map.of(CREDENTIALS_ID, id);
        });
    }

    /** Builds a map, unless a key occurs twice. */
    private static Object foldedPairs(Object rows, String key, Function<Map<String, ?>, Object> toValue) {
        Object value = filled(rows, key);
        if (!(value instanceof List<?> list)) {
            return value;
        }
        Map<Object, Object> pairs = new LinkedHashMap<>();
        for (Object entry : list) {
            if (!(entry instanceof UninstantiatedDescribable pair)
                    || pairs.put(pair.getArguments().get(key), toValue.apply(pair.getArguments())) != null) {
                return value;
            }
        }
        return pairs;
    }
}
