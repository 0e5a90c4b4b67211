package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.NamePattern;
import io.jenkins.plugins.networkshell.engine.backup.input.Problems;
import io.jenkins.plugins.networkshell.engine.text.NearestName;
import io.jenkins.plugins.networkshell.engine.text.Position;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Selects devices of an inventory. Immutable and thread-safe.
 *
 * <p>A choice is a name or a group ({@code core-sw1}, {@code branch}), or has a prefix: {@code name:core-*}, {@code
 * group:branch}, {@code tag:edge}, {@code platform:cisco_ios}, {@code site:berlin}. In all of them {@code *} matches
 * any text and {@code ?} any character; case is ignored. Commas mean "or"; {@code &} means "and" and binds more
 * tightly: {@code site:berlin&tag:edge,core-sw1}. Several choices are alternatives, too. A device is selected if it
 * matches one of {@code only}, or there are none, and matches none of {@code except}.
 */
public final class Selection {
    /** All devices. */
    public static final Selection ALL = new Selection(List.of(), List.of());

    private static final String ALLOWED =
            "a device, a group, or name:, group:, tag:, platform: or site: with a name; * stands for any text";

    private final List<Choice> only;
    private final List<Choice> except;

    private Selection(List<Choice> only, List<Choice> except) {
        this.only = only;
        this.except = except;
    }

    /** @throws InventoryException if a choice can't be parsed */
    public static Selection of(Collection<String> only, Collection<String> except) throws InventoryException {
        Problems problems = new Problems();
        Selection selection = new Selection(parse("only", only, problems), parse("except", except, problems));
        problems.throwIfAny();
        return selection;
    }

    /** Terms that must all match. */
    private record Choice(List<Term> terms) {
        boolean isFor(Device device) {
            return terms.stream().allMatch(term -> term.isFor(device));
        }
    }

    private record Term(String option, Property property, NamePattern pattern, String text) {
        boolean isFor(Device device) {
            return property.of(device).anyMatch(pattern::matches);
        }
    }

    private enum Property {
        NAME,
        GROUP,
        TAG,
        PLATFORM,
        SITE,
        NAME_OR_GROUP;

        Stream<String> of(Device device) {
            return switch (this) {
                case NAME -> Stream.of(device.name());
                case GROUP -> device.groups().stream();
                case TAG -> device.tags().stream();
                case PLATFORM -> Stream.of(device.platform());
                case SITE -> device.site().stream();
                case NAME_OR_GROUP -> Stream.concat(NAME.of(device), GROUP.of(device));
            };
        }

        String words() {
            return switch (this) {
                case NAME_OR_GROUP -> "device or group";
                case NAME -> "device";
                default -> name().toLowerCase(Locale.ROOT);
            };
        }
    }

    private static List<Choice> parse(String option, Collection<String> texts, Problems problems)
            throws InventoryException {
        List<Choice> choices = new ArrayList<>();
        for (String text : texts) {
            for (String alternative : text.split(",", -1)) {
                List<Term> terms = new ArrayList<>();
                for (String term : alternative.split("&", -1)) {
                    terms.add(term(option, term.strip(), problems));
                }
                choices.add(new Choice(List.copyOf(terms)));
            }
        }
        return List.copyOf(choices);
    }

    private static Term term(String option, String text, Problems problems) throws InventoryException {
        Property property = Property.NAME_OR_GROUP;
        String pattern = text;
        for (Property each : Property.values()) {
            String prefix = each.words() + ":";
            if (each != Property.NAME_OR_GROUP && text.startsWith(each == Property.NAME ? "name:" : prefix)) {
                property = each;
                pattern = text.substring(text.indexOf(':') + 1);
            }
        }
        if (pattern.isBlank()) {
            problems.add(command(option), "", Quoted.of(text) + " names nothing", ALLOWED);
        }
        return new Term(option, property, new NamePattern(pattern), text);
    }

    private static Position command(String option) {
        return new Position("--" + option, 0);
    }

    /**
     * The selected devices, in the same order.
     *
     * @throws InventoryException if a choice matches no device, because it is misspelt or the inventory is the wrong
     *     one
     */
    List<Device> choose(List<Device> devices) throws InventoryException {
        Problems problems = new Problems();
        for (Choice choice : Stream.concat(only.stream(), except.stream()).toList()) {
            for (Term term : choice.terms()) {
                if (devices.stream().noneMatch(term::isFor)) {
                    problems.add(command(term.option()), "", nothing(term, devices), ALLOWED);
                }
            }
        }
        problems.throwIfAny();
        Predicate<Device> chosen = device -> only.isEmpty() || only.stream().anyMatch(choice -> choice.isFor(device));
        return devices.stream()
                .filter(chosen.and(device -> except.stream().noneMatch(choice -> choice.isFor(device))))
                .toList();
    }

    private static String nothing(Term term, List<Device> devices) {
        Set<String> known = new TreeSet<>();
        devices.forEach(device -> term.property().of(device).forEach(known::add));
        String name = term.pattern().toString();
        return Quoted.of(term.text()) + " is for no device: the inventory has no such "
                + term.property().words() + (term.pattern().hasWildcard() ? "" : NearestName.question(name, known));
    }
}
