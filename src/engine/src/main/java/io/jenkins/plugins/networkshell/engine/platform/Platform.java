package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.command.HarmlessCommands;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Restore;
import io.jenkins.plugins.networkshell.engine.platform.configuration.SecretBlock;
import io.jenkins.plugins.networkshell.engine.platform.derived.Derivation;
import io.jenkins.plugins.networkshell.engine.platform.derived.DerivedValues;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Question;
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

    private static final Derivation<Platform, Pattern> ANY_QUESTION =
            new Derivation<>(platform -> Pattern.compile(platform.questions().stream()
                    .map(question -> "(?:" + question.pattern().pattern() + ")")
                    .collect(Collectors.joining("|"))));

    private static final Derivation<Platform, PatternSet> PAGERS = new Derivation<>(platform -> new PatternSet(
            platform.paging() == null || platform.paging().pager() == null
                    ? List.of()
                    : List.of(platform.paging().pager())));

    /** What follows from this definition; computed once. */
    public <T> T derive(Derivation<Platform, T> derivation) {
        return derived.get(derivation, this);
    }

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
        return derive(ANY_QUESTION);
    }

    public List<Pattern> failures() {
        return session.failures();
    }

    /** The pager, if the platform has one, to skip lines that it cannot match. */
    public PatternSet pagers() {
        return derive(PAGERS);
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
