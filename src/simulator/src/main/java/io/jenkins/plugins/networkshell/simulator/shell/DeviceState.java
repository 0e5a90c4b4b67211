package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** The state shared by all sessions of a device: variables, clock, and rule counts. Thread-safe. */
public final class DeviceState {
    /** The initial uptime. VRP and IOS print uptimes of weeks; a new device would not show the format. */
    private static final Duration UP_ALREADY = Duration.ofDays(23).plusHours(4).plusMinutes(17);

    private static final String CIPHER_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+=";

    private final String hostName;
    private final Map<String, String> initial;
    private final Clock clock;
    private final Instant started;
    private final Map<String, String> variables = new HashMap<>();
    private final Map<CommandRule, Integer> uses = new IdentityHashMap<>();
    private final SplittableRandom random;
    private long count;

    /** @param seed of the {@code ${random:n}} placeholders */
    public DeviceState(String hostName, Map<String, String> initial, Clock clock, long seed) {
        this.hostName = hostName;
        this.initial = Map.copyOf(initial);
        this.variables.putAll(initial);
        this.clock = clock;
        this.started = clock.instant().minus(UP_ALREADY);
        this.random = new SplittableRandom(seed);
    }

    /** Changes variables together: a new value that refers to other variables sees their old values. */
    synchronized void setAll(Map<String, String> templates, UnaryOperator<String> expand) {
        Map<String, String> values = new HashMap<>();
        templates.forEach((name, template) -> values.put(name, expand.apply(template)));
        variables.putAll(values);
    }

    synchronized boolean has(Map<String, String> wanted) {
        return wanted.entrySet().stream().allMatch(e -> e.getValue().equals(variables.getOrDefault(e.getKey(), "")));
    }

    /** Whether the rule may still be used; counts the use. */
    synchronized boolean use(CommandRule rule) {
        if (rule.times() == Integer.MAX_VALUE) {
            return true;
        }
        return uses.merge(rule, 1, Integer::sum) <= rule.times();
    }

    synchronized boolean usable(CommandRule rule) {
        return rule.times() == Integer.MAX_VALUE || uses.getOrDefault(rule, 0) < rule.times();
    }

    /**
     * {@code now:PATTERN} (English {@link DateTimeFormatter} pattern), {@code count} (increases each time), {@code
     * random:N} (N characters, different each time); null if unknown.
     */
    synchronized String value(String name) {
        String own = variables.get(name);
        if (own != null) {
            return own;
        }
        if (name.startsWith("now:")) {
            return now(name.substring(4));
        } else if (name.startsWith("random:")) {
            return random(name.substring(7));
        }
        return switch (name) {
            case "host" -> hostName;
            case "count" -> Long.toString(++count);
            case "uptime" -> uptime("%d weeks, %d days, %d hours, %d minutes");
            default -> null;
        };
    }

    /** Resets to the state of a new device. */
    public synchronized void reset() {
        variables.clear();
        variables.putAll(initial);
        uses.clear();
        count = 0;
    }

    private String now(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(ZonedDateTime.now(clock));
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private String random(String length) {
        if (!length.matches("\\d{1,4}")) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (int i = Integer.parseInt(length); i > 0; i--) {
            text.append(CIPHER_ALPHABET.charAt(random.nextInt(CIPHER_ALPHABET.length())));
        }
        return text.toString();
    }

    private String uptime(String format) {
        Duration up = Duration.between(started, clock.instant());
        return String.format(
                Locale.ROOT, format, up.toDays() / 7, up.toDays() % 7, up.toHoursPart(), up.toMinutesPart());
    }
}
