package io.jenkins.plugins.networkshell.engine.trial;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.record.ChannelObserver;
import io.jenkins.plugins.networkshell.engine.terminal.Terminal;
import io.jenkins.plugins.networkshell.engine.terminal.TextDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Observes at which lines a session typed something, and what the device printed before that. Keeps nothing of what was
 * typed, because it may be a secret.
 */
final class SessionWatch implements ChannelObserver {
    /** A banner is shorter than this. */
    private static final int LONGEST_PREAMBLE = 500;

    /** What was typed at a line. */
    enum Typed {
        /** Only Enter: an empty answer to a question, or a test whether a line is a prompt. */
        ENTER,
        /** Text and Enter. */
        LINE,
        /** Keys without Enter: the answer to a pager, or to a question that takes a key. */
        KEYS
    }

    /**
     * @param line without trailing blanks
     */
    record Wait(String line, Typed typed) {}

    private final TextDecoder decoder;
    private final Terminal terminal;
    private final List<String> preamble = new ArrayList<>();
    private final Set<Wait> waits = new LinkedHashSet<>();
    private boolean typed;

    SessionWatch(Charset charset, int width) {
        this.decoder = new TextDecoder(charset);
        this.terminal = new Terminal(width, this::line);
    }

    private void line(String text, boolean ended) {
        if (!typed && preamble.size() < LONGEST_PREAMBLE) {
            preamble.add(text);
        }
    }

    @Override
    public void received(byte[] bytes, int count) {
        decoder.decode(bytes, count, terminal);
    }

    @Override
    public void sending(byte[] keys) {
        typed = true;
        waits.add(new Wait(terminal.unfinishedLine().stripTrailing(), kind(keys)));
    }

    private static Typed kind(byte[] keys) {
        byte last = keys.length == 0 ? 0 : keys[keys.length - 1];
        if (last != '\n' && last != '\r') {
            return Typed.KEYS;
        }
        for (byte key : keys) {
            if (key != '\n' && key != '\r') {
                return Typed.LINE;
            }
        }
        return Typed.ENTER;
    }

    @Override
    public void recognised(Platform platform) {
        // The kept text is masked when it is shown.
    }

    /** The lines before the first prompt, or before the first question. */
    List<String> preamble() {
        return preamble.stream().filter(line -> !line.isBlank()).toList();
    }

    /** Each line once, in order of first appearance; includes the line at which nothing more was typed. */
    List<Wait> waits() {
        return List.copyOf(waits);
    }

    /** The current line. */
    String unfinishedLine() {
        return terminal.unfinishedLine().stripTrailing();
    }
}
