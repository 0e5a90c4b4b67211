package io.jenkins.plugins.networkshell.engine.target;

import io.jenkins.plugins.networkshell.engine.text.Wildcard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * A list of algorithms as in {@code ssh_config}: names separated by commas, optionally with a sign in front that says
 * how to combine them with the existing list.
 *
 * @param sign {@code +} appends, {@code ^} puts first, {@code -} removes; a blank replaces
 */
public record AlgorithmList(AlgorithmCategory category, char sign, List<String> names) {
    private static final String SIGNS = "+-^";

    public static AlgorithmList parse(AlgorithmCategory category, String text) {
        String rest = text.strip();
        char sign = ' ';
        if (!rest.isEmpty() && SIGNS.indexOf(rest.charAt(0)) >= 0) {
            sign = rest.charAt(0);
            rest = rest.substring(1);
        }
        List<String> names = Arrays.stream(rest.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return new AlgorithmList(category, sign, names);
    }

    /** @throws IllegalArgumentException if a name is unknown or nothing is left; the message is one sentence */
    Algorithms applyTo(Algorithms base) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("No " + category.label() + " algorithm was named; " + allowed());
        }
        for (String name : names) {
            if (!isKnown(name)) {
                throw new IllegalArgumentException(
                        "The " + category.label() + " algorithm '" + name + "' is not known; " + allowed());
            }
        }
        List<String> result = combined(category.of(base), names);
        if (result.isEmpty()) {
            throw new IllegalArgumentException("No " + category.label() + " algorithm is left; " + allowed());
        }
        return category.replaceIn(base, result);
    }

    /** Ignores unknown names, because OpenSSH's files may contain names that we do not support. */
    public Algorithms applyKnownTo(Algorithms base) {
        List<String> known = names.stream().filter(this::isKnown).toList();
        List<String> result = known.isEmpty() ? List.of() : combined(category.of(base), known);
        return result.isEmpty() ? base : category.replaceIn(base, result);
    }

    private List<String> combined(List<String> before, List<String> mine) {
        List<String> result = new ArrayList<>();
        switch (sign) {
            case '+' -> {
                result.addAll(before);
                result.addAll(mine);
            }
            case '^' -> {
                result.addAll(mine);
                result.addAll(before);
            }
            case '-' ->
                before.stream()
                        .filter(name -> mine.stream().noneMatch(pattern -> Wildcard.matches(pattern, name)))
                        .forEach(result::add);
            default -> result.addAll(mine);
        }
        return List.copyOf(new LinkedHashSet<>(result));
    }

    /** Removed names may have wildcards, as in OpenSSH. */
    private boolean isKnown(String name) {
        Predicate<String> fits = sign == '-' ? known -> Wildcard.matches(name, known) : name::equals;
        return category.known().stream().anyMatch(fits);
    }

    private String allowed() {
        return "allowed: " + String.join(", ", category.known()) + ".";
    }
}
