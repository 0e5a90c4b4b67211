package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.command.CommandForm;
import io.jenkins.plugins.networkshell.engine.platform.command.HarmlessCommands;
import io.jenkins.plugins.networkshell.engine.platform.pattern.PatternSet;
import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the engine knows about one family of devices, read from YAML. Immutable and serializable, so that it can be sent
 * to the machine on which the session runs.
 *
 * @param naming its name, aliases and title
 * @param recognition how {@code auto} distinguishes it from others
 * @param modes the prompts a device shows and how to get from one to the other; the first is where login normally ends
 * @param session how to communicate with it
 * @param backup its configurations, and how they are read
 * @param facts how to read model, serial number and version; null if not described
 * @param derived values computed once from all of this
 */
public record Platform(
        Naming naming,
        Recognition recognition,
        List<Mode> modes,
        Session session,
        Backup backup,
        Facts facts,
        DerivedValues derived)
        implements Serializable {
    public Platform(
            Naming naming, Recognition recognition, List<Mode> modes, Session session, Backup backup, Facts facts) {
        this(naming, recognition, modes, session, backup, facts, new DerivedValues());
    }

    /** The name of the named group in a mode's prompt that holds the host name. */
    public static final String HOST_GROUP = "host";

    public String name() {
        return naming.name();
    }

    public List<String> aliases() {
        return naming.aliases();
    }

    /** The secrets in anything that the device prints. */
    public Set<Pattern> secrets() {
        Set<Pattern> secrets = new LinkedHashSet<>(backup.secrets());
        backup.configurations().forEach(configuration -> secrets.addAll(configuration.secrets()));
        return secrets;
    }

    /** The same for secrets of several lines. */
    public Set<SecretBlock> secretBlocks() {
        Set<SecretBlock> blocks = new LinkedHashSet<>();
        backup.configurations().forEach(configuration -> blocks.addAll(configuration.secretBlocks()));
        return blocks;
    }

    public String title() {
        return naming.title();
    }

    public List<String> afterLogin() {
        return session.afterLogin();
    }

    public List<String> beforeLogout() {
        return session.beforeLogout();
    }

    public Paging paging() {
        return session.paging();
    }

    public List<Question> questions() {
        return session.questions();
    }

    /** All {@link #questions()} in one pattern. */
    public Pattern anyQuestion() {
        return derived.get(
                Pattern.class,
                () -> Pattern.compile(questions().stream()
                        .map(question -> "(?:" + question.pattern().pattern() + ")")
                        .collect(Collectors.joining("|"))));
    }

    public List<Pattern> failures() {
        return session.failures();
    }

    /** The pager, if the platform has one, to skip lines that it cannot match. */
    public PatternSet pagers() {
        return derived.get(
                PatternSet.class,
                () -> new PatternSet(
                        paging() == null || paging().pager() == null ? List.of() : List.of(paging().pager())));
    }

    /** Whether the device printed the line unasked: a log message in the middle of an output. */
    public boolean isMessage(String line) {
        return session.messages().stream()
                .anyMatch(message -> message.matcher(line).find());
    }

    public Terminal terminal() {
        return session.terminal();
    }

    public boolean keepAlive() {
        return session.keepAlive();
    }

    public List<Configuration> configurations() {
        return backup.configurations();
    }

    /**
     * The configuration that {@code command} prints, if it is one of this platform's configuration commands, in full or
     * shortened as the device allows.
     */
    public Optional<Configuration> configurationOf(String command) {
        return configurations().stream().filter(c -> c.matches(command)).findFirst();
    }

    /** The mode of that name. */
    public Optional<Mode> mode(String modeName) {
        return modes.stream().filter(m -> m.name().equals(modeName)).findFirst();
    }

    /**
     * @param name the name that ntc-templates and Netmiko use, for instance {@code huawei_vrp}
     * @param aliases other accepted names
     * @param title the name for display, for instance {@code Huawei VRP}
     * @param checked what the definition was checked against; null if it does not say
     */
    public record Naming(String name, List<String> aliases, String title, Checked checked) implements Serializable {}

    /**
     * @param afterLogin commands sent once after login, before the user's; their failure is reported, not fatal
     * @param beforeLogout commands that end the session, for instance {@code quit}; if empty, the channel is closed
     * @param paging how to turn paging off, and what the pager looks like if that is refused
     * @param questions what the device may ask at any time, with the answer
     * @param failures a line that matches one of these marks its command as failed
     * @param messages found in lines that the device prints unasked, such as those of its log
     * @param terminal the terminal type to request, and how lines end
     * @param keepAlive false for devices that fail on SSH keepalives
     * @param typeAhead whether commands may be sent before the prompt of the previous one has arrived, and which
     */
    public record Session(
            List<String> afterLogin,
            List<String> beforeLogout,
            Paging paging,
            List<Question> questions,
            List<Pattern> failures,
            List<Pattern> messages,
            Terminal terminal,
            boolean keepAlive,
            TypeAhead typeAhead)
            implements Serializable {}

    /**
     * Whether a device keeps input that arrives before it asks for it.
     *
     * @param kept whether lines that are typed together at a prompt run one after the other, each echoed after its
     *     prompt
     * @param checked what that was checked against; null if the definition does not say
     * @param harmless the commands that may be typed ahead
     */
    public record TypeAhead(boolean kept, Checked checked, HarmlessCommands harmless) implements Serializable {
        /** For a device whose behaviour is not known. */
        public static final TypeAhead NONE = new TypeAhead(false, null, HarmlessCommands.NONE);

        /** Whether the command may be typed before the prompt of the previous one has arrived. */
        public boolean takes(String command) {
            return kept && harmless.contains(command);
        }
    }

    /**
     * @param configurations the commands that print a configuration, and how to read their output
     * @param secrets the secrets in any output; each configuration has these and its own
     * @param unsaved how to tell whether the running configuration was saved; null if not described
     * @param restore a second form of the configuration that a device can load; null if there is none
     */
    public record Backup(List<Configuration> configurations, List<Pattern> secrets, Unsaved unsaved, Restore restore)
            implements Serializable {}

    /**
     * A form of the configuration that a device loads unchanged, kept beside the readable one.
     *
     * @param command prints it
     * @param end the last line of a complete one; null if the device prints no such mark
     * @param suffix the file is {@code <name>.<suffix>.cfg}
     * @param before commands that choose this form, typed first
     * @param mode the only mode in which the device accepts {@code command}; null for any
     */
    public record Restore(String command, Pattern end, String suffix, List<String> before, String mode)
            implements Serializable {
        public Restore {
            before = List.copyOf(before);
        }
    }

    /**
     * How {@code auto} recognises the platform, cheapest first.
     *
     * @param serverVersion found in the SSH identification line, or null
     * @param banner found in the banner or in the text before the first prompt, or null
     * @param prompt found in the prompt of this platform and of no other, or null: sufficient if no command confirmed
     *     any platform
     * @param command one harmless command to try if nothing above decides, or null
     * @param output found in the output of such a command on a device of this platform, whether the command is its own
     *     or another platform's, or null
     * @param rank the lowest wins if several match
     */
    public record Recognition(
            Pattern serverVersion, Pattern banner, Pattern prompt, String command, Pattern output, int rank)
            implements Serializable {
        /** For a platform that is never guessed, only named. */
        public static final Recognition NEVER = new Recognition(null, null, null, null, null, Integer.MAX_VALUE);

        /** Whether {@code auto} may choose the platform at all. */
        public boolean takesPart() {
            return rank != Integer.MAX_VALUE;
        }
    }

    /**
     * @param name {@code exec}, {@code privileged}, {@code configuration}, …
     * @param prompt must match the whole prompt line, without trailing blanks; a named group {@code host} holds the
     *     device's name if the prompt shows it
     * @param enter ways into this mode from others
     * @param hostLimit how many characters of a longer host name this mode's prompt shows; 0 for all of them
     */
    public record Mode(String name, Pattern prompt, List<Transition> enter, int hostLimit) implements Serializable {
        public Mode(String name, Pattern prompt, List<Transition> enter) {
            this(name, prompt, enter, 0);
        }

        /** The host name in {@code line}; empty if the line is not this mode's prompt, or shows no host name. */
        public Optional<String> host(String line) {
            return PromptPatterns.host(prompt, line);
        }

        /** Whether the pattern is so broad that a matching line may be anything. */
        public boolean fitsAnyLine() {
            return prompt.matches("any text at all");
        }

        /**
         * The prompt of one device: the {@code host} group matches {@code learnedHost} and nothing else, so {@code
         * [V200R009C00SPC500]} in the middle of a configuration is not taken for a prompt of the device {@code
         * core-sw1}. Without a group {@code host} it is {@link #prompt()} itself.
         */
        public Pattern promptFor(String learnedHost) {
            return PromptPatterns.learned(prompt, learnedHost, hostLimit);
        }
    }

    /**
     * One edge of the graph of modes.
     *
     * @param from the mode this edge starts in
     * @param send the command to type there
     * @param dialogue what the device then asks, in any order
     */
    public record Transition(String from, String send, List<Question> dialogue) implements Serializable {}

    /**
     * @param off commands that turn paging off for this session
     * @param pager the pager's whole line, without trailing blanks; a group {@code text} matches output before it on
     *     the same line; null if the device has no pager
     * @param answer the keys that request the next page (default a blank), sent without a newline
     */
    public record Paging(List<String> off, Pattern pager, String answer) implements Serializable {
        /** The named group in {@link #pager} for output on the same line. */
        public static final String TEXT_GROUP = "text";
    }

    /**
     * @param pattern found in the unfinished line at which the device waits
     * @param command must be found in the running command for the question to apply; null: at any time, login included.
     *     Devices ask {@code Are you sure to continue?[Y/N]} after {@code save} and after {@code reboot}.
     * @param answer the text to type; null if a secret is typed
     * @param secret the name of the secret to type ({@code enable}, {@code password}); null if a text is typed
     * @param newline whether Enter follows the answer
     * @param hidden whether the device does not echo the answer
     * @param times the maximum number of times in one session
     * @param notice a message for the user when it was answered, or null
     */
    public record Question(
            Pattern pattern,
            Pattern command,
            String answer,
            String secret,
            boolean newline,
            boolean hidden,
            int times,
            String notice)
            implements Serializable {
        public Question(
                Pattern pattern,
                String answer,
                String secret,
                boolean newline,
                boolean hidden,
                int times,
                String notice) {
            this(pattern, null, answer, secret, newline, hidden, times, notice);
        }

        /**
         * Whether the device asks this question now.
         *
         * @param line the unfinished line
         * @param runningCommand the command that was typed last; null or empty if none is running
         */
        public boolean isAsked(String line, String runningCommand) {
            return pattern.matcher(line).find()
                    && (command == null
                            || (runningCommand != null
                                    && command.matcher(runningCommand.strip()).find()));
        }
    }

    /**
     * @param name {@code startup} or {@code running}
     * @param commands what prints it: the first, in full, is the one to send; the others are recognised too
     * @param end the last line of a complete one; null if the device prints no such mark
     * @param ordered whether the order of its lines and sections is significant
     * @param volatileLines lines that change without meaning
     * @param secrets the secrets in it: every group named {@code secret…}, or the whole match if there is none
     * @param secretBlocks runs of lines that are secret
     * @param errors found in output that is an error text instead of a configuration
     * @param changedBy finds who changed it last: groups {@code user} and {@code when}
     * @param mode the only mode in which the device accepts the commands; null if any mode works
     * @param derived values computed once from all of this
     */
    public record Configuration(
            String name,
            List<CommandForm> commands,
            Pattern end,
            boolean ordered,
            List<Pattern> volatileLines,
            List<Pattern> secrets,
            List<SecretBlock> secretBlocks,
            List<Pattern> errors,
            List<Pattern> changedBy,
            String mode,
            DerivedValues derived)
            implements Serializable {
        public Configuration(
                String name,
                List<CommandForm> commands,
                Pattern end,
                boolean ordered,
                List<Pattern> volatileLines,
                List<Pattern> secrets,
                List<SecretBlock> secretBlocks,
                List<Pattern> errors,
                List<Pattern> changedBy,
                String mode) {
            this(
                    name,
                    commands,
                    end,
                    ordered,
                    volatileLines,
                    secrets,
                    secretBlocks,
                    errors,
                    changedBy,
                    mode,
                    new DerivedValues());
        }

        /** For a device on which the order of lines is significant, and that reports neither errors nor changes. */
        public Configuration(
                String name, List<String> commands, Pattern end, List<Pattern> volatileLines, List<Pattern> secrets) {
            this(
                    name,
                    commands.stream().map(CommandForm::of).toList(),
                    end,
                    true,
                    volatileLines,
                    secrets,
                    List.of(),
                    List.of(),
                    List.of(),
                    null);
        }

        /** How many non-blank lines of the output are searched for an error text. */
        public static final int ERROR_LINES = 20;

        /** The command to send. */
        public String command() {
            return commands.get(0).full();
        }

        /** Whether {@code command} prints this configuration: in full, or shortened as the device allows it. */
        public boolean matches(String command) {
            return commands.stream().anyMatch(form -> form.matches(command));
        }

        /**
         * The line that shows that the device returned an error instead of a configuration.
         *
         * @param lines of the output, from its beginning; lines after the first {@value #ERROR_LINES} non-blank ones
         *     are not read
         */
        public Optional<String> error(Iterable<String> lines) {
            int read = 0;
            for (String line : lines) {
                if (line.isBlank()) {
                    continue;
                }
                if (read++ == ERROR_LINES) {
                    return Optional.empty();
                }
                if (errors.stream().anyMatch(error -> error.matcher(line).find())) {
                    return Optional.of(line);
                }
            }
            return Optional.empty();
        }

        /** Who changed the configuration last, if {@code line} of it says so. */
        public Optional<ConfigurationChange> change(String line) {
            return ConfigurationChange.in(line, derived.get(PatternSet.class, () -> new PatternSet(changedBy)));
        }
    }

    /**
     * Lines that are secret as a whole, such as those of a private key: all lines between two that are not.
     *
     * @param begin found in the line before them; its groups named {@code secret…} are secret, too
     * @param end found in the line after them, with groups that mean the same. A line in which it follows {@code begin}
     *     begins no block.
     */
    public record SecretBlock(Pattern begin, Pattern end) implements Serializable {}

    /**
     * @param type the terminal type sent with the PTY request, default {@code vt100}
     * @param width columns, default 511
     * @param height rows, default 1000
     * @param newline what the Enter key sends, default {@code \n}
     * @param charset the device's character set when the user names none, default UTF-8
     * @param quiet replaces {@code Limits.quiet} where a device needs longer, or null
     * @param helpKey the character that triggers help as soon as it is typed, anywhere in the line, default {@code ?};
     *     empty if there is none
     */
    public record Terminal(
            String type, int width, int height, String newline, String charset, Duration quiet, String helpKey)
            implements Serializable {
        public static final Terminal DEFAULT = new Terminal("vt100", 511, 1000, "\n", "UTF-8", null, "?");
    }
}
