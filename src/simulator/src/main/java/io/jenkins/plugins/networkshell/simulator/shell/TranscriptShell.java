package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.record.Sent;
import io.jenkins.plugins.networkshell.simulator.scene.Script;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A shell that replays a recording: the recorded bytes for an input, including echo and next prompt.
 *
 * <p>In an ordered recording, the search for an input starts after the last match, so that the same key at a pager
 * finds the next page each time. An unknown input is echoed, and the last prompt is repeated.
 */
final class TranscriptShell implements ShellScript {
    private static final Pattern GOODBYE = Pattern.compile("(exit|quit|logout|bye)\\s*");

    private final SessionContext context;
    private final Script.Transcript transcript;
    private final OutputPump pump;
    private final InputQueue input;
    private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
    private int cursor;
    private byte[] lastOutput;
    private boolean lastWasCarriageReturn;
    private boolean printing;
    private boolean closed;

    TranscriptShell(SessionContext context, Script.Transcript transcript, OutputPump pump, InputQueue input) {
        this.context = context;
        this.transcript = transcript;
        this.pump = pump;
        this.input = input;
        this.lastOutput = transcript.initial();
    }

    @Override
    public void start() {
        print(transcript.initial());
    }

    @Override
    public void input() {
        while (!input.isEmpty() && !printing && !closed) {
            byte b = input.next();
            boolean second = lastWasCarriageReturn && b == '\n';
            lastWasCarriageReturn = b == '\r';
            if (!second) {
                typed.write(b == '\r' ? '\n' : b);
                tryInput(b == '\r' || b == '\n');
            }
        }
        if (input.isOver() && !printing && !closed) {
            close();
        }
    }

    private void tryInput(boolean lineComplete) {
        String text = typed.toString(StandardCharsets.UTF_8);
        Script.Entry entry = find(text);
        if (entry == null && !lineComplete) {
            return;
        }
        typed.reset();
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (lineComplete) {
            context.recording().add(new Sent.Line(context.connection(), line, Sent.Line.Kind.COMMAND));
        } else {
            context.recording().add(new Sent.Key(context.connection(), text.charAt(0)));
        }
        pump.command(line);
        if (entry == null) {
            unknown(line);
        } else if (entry.output().length == 0 && GOODBYE.matcher(text).matches()) {
            // device2yaml.rb records the end of a session as an empty output.
            close();
        } else {
            lastOutput = entry.output();
            print(lastOutput);
        }
    }

    private Script.Entry find(String text) {
        List<Script.Entry> entries = transcript.entries();
        int start = transcript.ordered() ? cursor : 0;
        for (int i = 0; i < entries.size(); i++) {
            int index = (start + i) % entries.size();
            if (entries.get(index).input().equals(text)) {
                cursor = index + 1;
                return entries.get(index);
            }
        }
        return null;
    }

    private void unknown(String line) {
        String last = new String(lastOutput, StandardCharsets.ISO_8859_1);
        String newline = last.contains("\r\n") || !last.contains("\n") ? "\r\n" : "\n";
        String prompt = last.substring(last.lastIndexOf('\n') + 1);
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        reply.writeBytes((line + newline).getBytes(StandardCharsets.UTF_8));
        reply.writeBytes(prompt.getBytes(StandardCharsets.ISO_8859_1));
        print(reply.toByteArray());
    }

    private void print(byte[] bytes) {
        printing = true;
        pump.write(bytes, () -> {
            printing = false;
            input();
        });
    }

    private void close() {
        closed = true;
        pump.exit(0);
    }

    @Override
    public void announce(byte[] text, boolean redraw) {
        pump.write(text);
    }
}
