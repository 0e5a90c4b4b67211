package io.jenkins.plugins.networkshell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** The short forms that a Pipeline may write for lists of {@link CommandEntry} and {@link AnswerEntry}. */
final class StepArguments {
    private static final String COMMANDS = "commands";
    private static final String COMMAND = "command";
    private static final String ANSWERS = "answers";
    private static final String ARCHIVE = "archive";

    private StepArguments() {}

    /**
     * Commands may be one text of many lines, or a list of texts and maps; answers a map from question to answer;
     * {@code archive} a boolean.
     */
    static Map<String, Object> unfold(Map<String, Object> arguments) {
        Map<String, Object> unfolded = new TreeMap<>(arguments);
        unfolded.computeIfPresent(COMMANDS, (name, value) -> commands(value));
        unfolded.computeIfPresent(ANSWERS, (name, value) -> answers(value));
        unfolded.computeIfPresent(ARCHIVE, (name, value) -> value instanceof Boolean ? value.toString() : value);
        return unfolded;
    }

    private static Object commands(Object value) {
        List<Object> entries = new ArrayList<>();
        for (Object entry : value instanceof List<?> list ? list : List.of(value)) {
            if (entry instanceof CharSequence text) {
                entries.add(new CommandEntry(text.toString()));
            } else if (entry instanceof Map<?, ?> map) {
                Map<Object, Object> fields = new LinkedHashMap<>(map);
                fields.computeIfPresent(ANSWERS, (name, answers) -> answers(answers));
                entries.add(fields);
            } else {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static Object answers(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        List<AnswerEntry> entries = new ArrayList<>();
        map.forEach((question, answer) -> entries.add(new AnswerEntry(question.toString(), answer.toString())));
        return entries;
    }

    /** The reverse, for the snippet generator: what can be written short becomes short. */
    static Map<String, Object> fold(Map<String, ?> arguments) {
        Map<String, Object> folded = new TreeMap<>(arguments);
        folded.computeIfPresent(COMMANDS, (name, value) -> each(value, StepArguments::foldedCommand));
        folded.computeIfPresent(ANSWERS, (name, value) -> foldedAnswers(value));
        folded.computeIfPresent(ARCHIVE, (name, value) -> "false".equals(value) ? Boolean.FALSE : value);
        return folded;
    }

    private static Object each(Object value, UnaryOperator<Object> change) {
        return value instanceof List<?> list
                ? list.stream().map(entry -> change.apply(entry)).toList()
                : value;
    }

    private static Object foldedCommand(Object entry) {
        if (!(entry instanceof UninstantiatedDescribable command)) {
            return entry;
        }
        if (command.getArguments().keySet().equals(Set.of(COMMAND))) {
            return command.getArguments().get(COMMAND);
        }
        Map<String, Object> fields = new TreeMap<>(command.getArguments());
        fields.computeIfPresent(ANSWERS, (name, value) -> foldedAnswers(value));
        return fields;
    }

    private static Object foldedAnswers(Object value) {
        Map<Object, Object> answers = new LinkedHashMap<>();
        if (value instanceof List<?> list) {
            for (Object entry : list) {
                if (!(entry instanceof UninstantiatedDescribable answer)
                        || answers.put(
                                        answer.getArguments().get("question"),
                                        answer.getArguments().get("answer"))
                                != null) {
                    return value;
                }
            }
            return answers;
        }
        return value;
    }
}
