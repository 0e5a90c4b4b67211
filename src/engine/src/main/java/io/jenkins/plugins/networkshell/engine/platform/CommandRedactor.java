package io.jenkins.plugins.networkshell.engine.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Masks secrets in typed commands, and in lines that show a command after a prompt. The platform's patterns describe
 * configurations as devices print them; a typed line lacks the indentation, and its echo has a prompt before it.
 *
 * <p>Immutable and thread-safe.
 */
public final class CommandRedactor {
    /** Masks nothing: used before the platform is known. */
    public static final CommandRedactor NONE = new CommandRedactor(new SecretRedactor(List.of()));

    private static final String PROMPT_ENDS = ">#$%]";
    private static final int LONGEST_PROMPT = 120;

    private final SecretRedactor redactor;

    private CommandRedactor(SecretRedactor redactor) {
        this.redactor = redactor;
    }

    public static CommandRedactor of(Platform platform) {
        return new CommandRedactor(SecretRedactor.of(platform));
    }

    /** Masks what either of the two masks: a session may move from one platform to another. */
    public CommandRedactor and(Platform other) {
        return new CommandRedactor(redactor.and(other));
    }

    /** @param command as it is typed, one line or several */
    public String redact(String command) {
        Lines lines = lines();
        return command.lines().map(lines::redactTyped).collect(Collectors.joining("\n"));
    }

    /** For lines in their order: blocks of secret lines can only be found this way. */
    public Lines lines() {
        return new Lines();
    }

    /** Masks typed or printed lines, one after the other. Not thread-safe. */
    public final class Lines {
        private final SecretRedactor.Lines blocks = redactor.lines();

        /** @param line printed by the device: output, or a prompt with the echo of a command */
        public String redactLine(String line) {
            return CommandRedactor.this.redactLine(blocks.redact(line));
        }

        /**
         * Masks only what is secret because of its place in the text; {@link CommandRedactor#redactLine} may follow.
         *
         * @param line printed by the device
         */
        public String redactBlocks(String line) {
            return blocks.redactBlocks(line, secret -> SecretRedactor.MASK);
        }

        /** @param lines whole lines; if none of them may, they need not be passed to {@link #redactBlocks} */
        public boolean mayMaskIn(String lines) {
            return blocks.mayMaskIn(lines);
        }

        /** @param line as it is typed */
        public String redactTyped(String line) {
            return CommandRedactor.this.redactTyped(blocks.redact(line));
        }
    }

    /** @param line printed by the device: output, or a prompt with the echo of a command */
    public String redactLine(String line) {
        String masked = redactor.redact(line);
        int end = Math.min(LONGEST_PROMPT, masked.length());
        for (int i = 0; i < end; i++) {
            if (PROMPT_ENDS.indexOf(masked.charAt(i)) >= 0) {
                String typed = masked.substring(i + 1);
                String text = typed.stripLeading();
                masked = masked.substring(0, i + 1)
                        + typed.substring(0, typed.length() - text.length())
                        + redactTyped(text);
            }
        }
        return masked;
    }

    private String redactTyped(String line) {
        return redactor.redact(redactor.redact(" " + line).substring(1));
    }

    /** The secrets in a command, as they were typed. */
    public List<String> secretsIn(String command) {
        List<String> secrets = new ArrayList<>();
        command.lines().forEach(line -> {
            String[] shown = redactTyped(line).split(java.util.regex.Pattern.quote(SecretRedactor.MASK), -1);
            int at = shown[0].length();
            for (int i = 1; i < shown.length; i++) {
                int next = i == shown.length - 1 ? line.length() - shown[i].length() : line.indexOf(shown[i], at);
                if (next > at) {
                    secrets.add(line.substring(at, next));
                    at = next + shown[i].length();
                }
            }
        });
        return secrets;
    }
}
