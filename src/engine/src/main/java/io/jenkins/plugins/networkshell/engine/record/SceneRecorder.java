package io.jenkins.plugins.networkshell.engine.record;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Records a session as a scene for the simulator: the device's initial output, and its output for each input, including
 * echo, pager and next prompt. The format is that of Oxidized's device simulations.
 *
 * <p>The bytes are unchanged except for secrets: given secrets and typed passwords are replaced by {@value
 * #PLACEHOLDER}, and what the platform marks as secret is masked. Held in memory until {@link #write}. Thread-safe.
 */
public final class SceneRecorder implements ChannelObserver {
    /** Replaces every secret; clients of the scene log in with this password. */
    public static final String PLACEHOLDER = "secret";

    /** Maps each byte to the character with the same number, so that patterns work and every byte is preserved. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private final String name;
    private final List<String> secrets;
    private final List<Exchange> exchanges = new ArrayList<>();
    private CommandRedactor redactor = CommandRedactor.NONE;
    private CommandRedactor.Lines typedLines = redactor.lines();
    private CommandRedactor.Lines shownLines = redactor.lines();

    /** @param typed as characters of {@link #BYTES} */
    private record Exchange(String typed, ByteArrayOutputStream answer) {
        Exchange(String typed) {
            this(typed, new ByteArrayOutputStream());
        }
    }

    /**
     * @param name of the scene
     * @param charset of the device, in which secrets are looked for
     * @param secrets replaced wherever they occur
     */
    public SceneRecorder(String name, Charset charset, List<Secret> secrets) {
        this.name = name;
        this.secrets = secrets.stream()
                .filter(secret -> !secret.isEmpty())
                .map(secret -> new String(secret.reveal().getBytes(charset), BYTES))
                // The longest first: one may be the beginning of another.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        exchanges.add(new Exchange(""));
    }

    @Override
    public synchronized void recognised(Platform platform) {
        redactor = redactor.and(platform);
    }

    @Override
    public boolean isTurnByTurn() {
        return true;
    }

    @Override
    public synchronized void received(byte[] bytes, int count) {
        exchanges.get(exchanges.size() - 1).answer().write(bytes, 0, count);
    }

    @Override
    public synchronized void sending(byte[] typed) {
        exchanges.add(new Exchange(new String(typed, BYTES)));
    }

    /**
     * Writes everything recorded so far.
     *
     * @param serverVersion the identification of the SSH server, with or without {@code SSH-2.0-}
     * @param user who logs in
     */
    public synchronized void write(Writer out, String serverVersion, String user) throws IOException {
        typedLines = redactor.lines();
        shownLines = redactor.lines();
        out.write(
                "# A recorded session, for 'network-shell simulate --scene' and the simulator. Its password, and every other\n"
                        + "# secret that was typed, is '" + PLACEHOLDER
                        + "'; what is secret in configurations is masked.\n");
        out.write("name: " + quoted(name) + "\n");
        String identification = serverVersion.startsWith("SSH-") ? serverVersion : "SSH-2.0-" + serverVersion;
        out.write("ssh: {version: " + quoted(identification) + "}\n");
        out.write("login: {users: [{name: " + quoted(user) + ", password: " + PLACEHOLDER + "}]}\n");
        out.write("init_prompt: " + block(exchanges.get(0), "  ") + "\n");
        out.write(exchanges.size() == 1 ? "commands: {}\n" : "commands:\n");
        for (Exchange exchange : exchanges.subList(1, exchanges.size())) {
            out.write("  - " + quoted(typed(exchange)) + ": " + block(exchange, "      ") + "\n");
        }
    }

    private String typed(Exchange exchange) {
        String text = exchange.typed();
        String line = text.stripTrailing();
        return withoutSecrets(typedLines.redactTyped(line))
                + text.substring(line.length()).replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Patterns first: masking a password that is also a keyword, such as cipher, would keep them from matching. */
    private String masked(Exchange exchange) {
        StringBuilder text = new StringBuilder();
        String answer = exchange.answer().toString(BYTES);
        for (int from = 0; from < answer.length(); ) {
            int end = answer.indexOf('\n', from);
            String whole = answer.substring(from, end < 0 ? answer.length() : end + 1);
            String line = whole.stripTrailing();
            text.append(shownLines.redactLine(line)).append(whole, line.length(), whole.length());
            from += whole.length();
        }
        return withoutSecrets(text.toString());
    }

    private String withoutSecrets(String text) {
        String replaced = text;
        for (String secret : secrets) {
            replaced = replaced.replace(secret, PLACEHOLDER);
        }
        return replaced;
    }

    /** A readable block of lines, with everything escaped that YAML or an editor might change. */
    private String block(Exchange exchange, String indentation) {
        String text = masked(exchange);
        if (text.isEmpty()) {
            return "''";
        }
        StringBuilder block = new StringBuilder("|-\n").append(indentation);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        boolean atStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' && i < end && !atStart) {
                block.append('\n').append(indentation);
            } else {
                boolean atEnd = i + 1 == text.length() || text.charAt(i + 1) == '\n';
                block.append(escaped(c, atStart || atEnd));
            }
            atStart &= c == '\n';
        }
        return block.toString();
    }

    private static String escaped(char c, boolean atEdge) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case 0x1b -> "\\e";
            case '\b' -> "\\b";
            case ' ' -> atEdge ? "\\x20" : " ";
            default -> c < ' ' || c > '~' ? String.format(Locale.ROOT, "\\x%02X", (int) c) : String.valueOf(c);
        };
    }

    /** A YAML string in double quotes. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default ->
                    quoted.append(
                            c < ' ' || c > '~' ? String.format(Locale.ROOT, "\\x%02X", (int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
