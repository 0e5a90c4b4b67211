package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Pattern;
import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the engine knows of one family of devices, read from YAML. Immutable and serializable, so that it can be sent to
 * where the session runs.
 *
 * @param naming what it is called
 * @param recognition how {@code auto} tells it from others
 * @param modes the prompts a device shows and how to get from one to the other; the first is where login normally ends
 * @param session how to talk to it
 * @param backup its configurations, and how they are read
 * @param facts how to read model, serial number and version; null where nobody described that
 * @param derived what follows from all this, made once
 */
public record Platform(
        Naming naming,
        Recognition recognition,
        List<Mode> modes,
        Session session,
        Backup backup,
        Facts facts,
        Derived derived)
        implements Serializable {
    public Platform(
            Naming naming, Recognition recognition, List<Mode> modes, Session session, Backup backup, Facts facts) {
        this(naming, recognition, modes, session, backup, facts, new Derived());
    }

    /** The name of the named group in a mode's prompt that holds the host name. */
    public static final String HOST_GROUP = "host";

    public String name() {
        return naming.name();
    }

    public List<String> aliases() {
        return naming.aliases();
    }

    /** What is secret in anything that the device prints. */
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

    /** All {@link #questions()} in one. */
    public Pattern anyQuestion() {
        return derived.anyQuestion(questions());
    }

    public List<Pattern> failures() {
        return session.failures();
    }

    /** Whether the device printed the line unasked: a message of its log, in the midst of an output. */
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
     * The configuration that {@code command} prints, when it is one of this platform's configuration commands, in full or
     * shortened as the device allows it.
     */
    public Optional<Configuration> configurationOf(String command) {
        return configurations().stream().filter(c -> c.matches(command)).findFirst();
    }

    /** The mode of that name. */
    public Optional<Mode> mode(String modeName) {
        return modes.stream().filter(m -> m.name().equals(modeName)).findFirst();
    }

    /**
     * What follows from the rest of a platform and takes time to make: all sessions with devices of the platform share it.
     * Made when it is asked for, and anew where a platform is sent to. Equal to any other, because it adds nothing to what
     * the platform says. Thread-safe.
     */
    public static final class Derived implements Serializable {
        private static final long serialVersionUID = 1L;

        private transient SecretRedactor redactor;
        private transient Pattern anyQuestion;

        private Derived() {}

        /** Synchronized, as the sessions of a fleet begin together, and each would make its own. */
        synchronized SecretRedactor redactor(Platform platform) {
            if (redactor == null) {
                redactor = new SecretRedactor(platform.secrets(), platform.secretBlocks());
            }
            return redactor;
        }

        private synchronized Pattern anyQuestion(List<Question> questions) {
            if (anyQuestion == null) {
                anyQuestion = Pattern.compile(questions.stream()
                        .map(question -> "(?:" + question.pattern().pattern() + ")")
                        .collect(Collectors.joining("|")));
            }
            return anyQuestion;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Derived;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    /**
     * @param name the name of ntc-templates and Netmiko, for instance {@code huawei_vrp}
     * @param aliases other names that are accepted for it
     * @param title the name for people, for instance {@code Huawei VRP}
     * @param checked what the definition was checked against; null where it does not say
     */
    public record Naming(String name, List<String> aliases, String title, Checked checked) implements Serializable {}

    /**
     * @param afterLogin commands sent once after login, before the user's; their failure is reported, not fatal
     * @param beforeLogout commands that end the session, for instance {@code quit}; empty: the channel is just closed
     * @param paging how to turn paging off, and what the pager looks like where that is refused
     * @param questions what the device may ask at any time, with the answer
     * @param failures a line that matches one of these marks its command as failed
     * @param messages found in lines that the device prints unasked, such as those of its log
     * @param terminal what kind of terminal to pretend to be, and how lines end
     * @param keepAlive false where devices break on SSH keepalives
     * @param typeAhead whether commands may be sent before the prompt of the one before has come, and which
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
     * Whether a device keeps what is typed before it asks for it.
     *
     * @param kept whether lines that are typed together at a prompt run one after the other, each echoed behind its prompt
     * @param checked what that was checked against; null where the definition does not say
     * @param harmless the commands that are typed ahead
     */
    public record TypeAhead(boolean kept, Checked checked, Harmless harmless) implements Serializable {
        /** Of a device of which nobody knows. */
        public static final TypeAhead NONE = new TypeAhead(false, null, Harmless.NONE);

        /** Whether the command may be typed before the prompt of the one before it has come. */
        public boolean takes(String command) {
            return kept && harmless.contains(command);
        }
    }

    /**
     * Commands that only show something: they change nothing, ask nothing, end by themselves, and leave the prompt as it is. So
     * they may be typed before the prompt of the one before has come, and running one twice would do no harm.
     *
     * @param commands how they begin
     * @param except how those begin that are not harmless although one of {@code commands} fits
     * @param filters what may follow behind {@code |}, each with its own words
     */
    public record Harmless(List<CommandForm> commands, List<CommandForm> except, List<CommandForm> filters)
            implements Serializable {
        public static final Harmless NONE = new Harmless(List.of(), List.of(), List.of());

        /** What writes to a file, begins another command, or stands for something else, on any device. */
        private static final String TELLTALE = ">;&`$\\\n";

        public Harmless {
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

    /**
     * @param configurations the commands that print a configuration, and how their output is to be read
     * @param secrets what is secret in any output; each configuration has these and its own
     * @param unsaved how to tell whether the running configuration was saved; null where nobody described that
     * @param restore a second form of the configuration, one that a device loads; null if there is none
     */
    public record Backup(List<Configuration> configurations, List<Pattern> secrets, Unsaved unsaved, Restore restore)
            implements Serializable {}

    /**
     * A form of the configuration that a device loads as it is, kept beside the one that people read.
     *
     * @param command prints it
     * @param end the last line of a complete one; null where the device prints no such mark
     * @param suffix the file is {@code <name>.<suffix>.cfg}
     */
    public record Restore(String command, Pattern end, String suffix) implements Serializable {}

    /**
     * How {@code auto} recognises the platform, cheapest first.
     *
     * @param serverVersion of the SSH identification line, or null
     * @param banner found in the banner or in what is printed before the first prompt, or null
     * @param prompt found in the prompt of this platform and of no other, or null: enough where no command confirmed any
     * @param command one harmless command to try when nothing above decides, or null
     * @param output found in what a device of this platform answers to such a command, its own or another platform's, or
     *     null
     * @param rank lower wins among several that fit
     */
    public record Recognition(
            Pattern serverVersion, Pattern banner, Pattern prompt, String command, Pattern output, int rank)
            implements Serializable {
        /** Of a platform that is never guessed, only named. */
        public static final Recognition NEVER = new Recognition(null, null, null, null, null, Integer.MAX_VALUE);

        /** Whether {@code auto} may choose the platform at all. */
        public boolean takesPart() {
            return rank != Integer.MAX_VALUE;
        }
    }

    /**
     * @param name {@code exec}, {@code privileged}, {@code configuration}, …
     * @param prompt must match the whole prompt line, without trailing blanks; a named group {@code host} holds the
     *     device's name where the prompt shows it
     * @param enter ways into this mode from others
     * @param hostLimit how many characters of a longer host name this mode's prompt shows; 0: all of them
     */
    public record Mode(String name, Pattern prompt, List<Transition> enter, int hostLimit) implements Serializable {
        public Mode(String name, Pattern prompt, List<Transition> enter) {
            this(name, prompt, enter, 0);
        }

        /** The host name in {@code line}; empty where the line is not this mode's prompt, or shows no host name. */
        public Optional<String> host(String line) {
            return PromptPatterns.host(prompt, line);
        }

        /** Whether the pattern is so wide that a line that fits it may be anything. */
        public boolean fitsAnyLine() {
            return prompt.matches("any text at all");
        }

        /**
         * The prompt of one device: the {@code host} group stands for {@code learnedHost} and nothing else, so that
         * {@code [V200R009C00SPC500]} in the middle of a configuration is not a prompt of the device {@code core-sw1}.
         * Without a group {@code host} it is {@link #prompt()} itself.
         */
        public Pattern promptFor(String learnedHost) {
            return PromptPatterns.learned(prompt, learnedHost, hostLimit);
        }
    }

    /**
     * One edge of the graph of modes.
     *
     * @param from the mode this edge starts in
     * @param send the command that is typed there
     * @param dialogue what the device then asks, in any order
     */
    public record Transition(String from, String send, List<Question> dialogue) implements Serializable {}

    /**
     * @param off commands that turn paging off for this session
     * @param pager the pager's whole line, without trailing blanks; a group {@code text} is output that stands before it;
     *     null if there is none
     * @param answer the keys that ask for the next page (default a blank), sent without a newline
     */
    public record Paging(List<String> off, Pattern pager, String answer) implements Serializable {
        /** The named group in {@link #pager} for output in the same line. */
        public static final String TEXT_GROUP = "text";
    }

    /**
     * @param pattern found in the unfinished line that the device waits behind
     * @param command found in the command that is running, or the question is not this one; null: at any time, login
     *     included. Devices ask {@code Are you sure to continue?[Y/N]} after {@code save} and after {@code reboot}.
     * @param answer the text to type; null when a secret is to be typed
     * @param secret the name of the secret to type ({@code enable}, {@code password}); null when a text is
     * @param newline whether the answer ends with the Enter key
     * @param hidden whether the device does not echo the answer
     * @param times how often at most in one session
     * @param notice what to tell the user when it was answered, or null
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
         * Whether the device asks this now.
         *
         * @param line the unfinished line
         * @param runningCommand the command that was typed last; null or empty where none is running
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
     * @param commands what prints it: the first, in full, is the one to send, the others are recognised too
     * @param end the last line of a complete one; null where the device prints no such mark
     * @param ordered whether the order of its lines and sections means anything
     * @param volatileLines lines that change without meaning
     * @param secrets what is secret in it: every group named {@code secret…}, or the whole match if there is none
     * @param secretBlocks runs of lines that are secret
     * @param errors found in an answer that is an error text instead of a configuration
     * @param changedBy tells who changed it last: groups {@code user} and {@code when}
     * @param mode the only mode in which the device knows the commands; null where any will do
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
            String mode)
            implements Serializable {
        /** Of a device whose order of lines means something, and that tells neither errors nor changes. */
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

        /** How many lines of an answer that are not blank are searched for an error text. */
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
         * The line that shows that the device answered with an error and not with a configuration.
         *
         * @param lines of the answer, from its beginning; those after the first {@value #ERROR_LINES} that are not blank
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

        /** Who changed the configuration last, if {@code line} of it tells. */
        public Optional<ConfigurationChange> change(String line) {
            return ConfigurationChange.in(line, changedBy);
        }
    }

    /**
     * Lines that are secret as a whole, such as those of a private key: all between two that are not.
     *
     * @param begin found in the line before them; its groups named {@code secret…} are secret, too
     * @param end found in the line behind them, with groups that mean the same. A line that has it behind {@code begin}
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
     * @param helpKey the character that brings help as soon as it is typed, wherever it stands in the line, default
     *     {@code ?}; empty if there is none
     */
    public record Terminal(
            String type, int width, int height, String newline, String charset, Duration quiet, String helpKey)
            implements Serializable {
        public static final Terminal DEFAULT = new Terminal("vt100", 511, 1000, "\n", "UTF-8", null, "?");
    }
}
