package io.jenkins.plugins.networkshell.engine.shell.border;

import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptLeads;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.ArrayList;
import java.util.List;

/**
 * Accounts for the empty lines that were typed to test whether a line is the prompt; if it is, the device repeats it.
 * Each one makes the device print one prompt more than the commands do, and that prompt must not end up in any output.
 *
 * <p>A line of output that equals the prompt looks the same. So every line from the first such line on is held back
 * until it is clear what it was: at the latest when the echo of the next command comes, which is preceded by the
 * prompts that the empty lines produced. Not thread-safe.
 */
public final class ProbeLedger {
    /** Room for a device's messages and the lines of a prompt; more text than that is output. */
    private static final int MOST_BETWEEN = 6;
    /** This many lines that look like the prompt are output: memory use stays flat. */
    private static final int MOST_HELD = 1024;

    private enum Kind {
        /** May be the prompt at which an empty line was typed. */
        PROMPT,
        /** An empty line that may be the echo of one: the next command's echo decides. */
        ECHO,
        /** Came after such a prompt: a line that belongs to the next prompt, a message of the device, or output. */
        BETWEEN
    }

    private record Held(String line, Kind kind) {}

    private final PromptKnowledge prompts;
    private final List<Held> held = new ArrayList<>();
    private int outstanding;
    /** How many of them were typed before the command that is running. */
    private int typedBeforeCommand;

    private String candidate = "";
    /** A probe was typed where there was no prompt, so the next empty line may be its echo. */
    private boolean emptyLineExpected;

    public ProbeLedger(PromptKnowledge prompts) {
        this.prompts = prompts;
    }

    /** @param unfinishedLine the line at which the empty line is being typed */
    public void typed(String unfinishedLine) {
        outstanding++;
        candidate = unfinishedLine.stripTrailing();
        emptyLineExpected = candidate.isEmpty() && !prompts.leads().hasAny();
    }

    public void commandTyped() {
        typedBeforeCommand = outstanding;
    }

    public boolean isHolding() {
        return !held.isEmpty();
    }

    public boolean isOutstanding() {
        return outstanding > 0;
    }

    /**
     * @return true if the owner of this line is still undecided, so that it waits here
     */
    public boolean holds(String line, boolean ended) {
        if (!ended || outstanding == 0 || held.size() == MOST_HELD) {
            return false;
        }
        if (emptyLineExpected && line.isEmpty()) {
            emptyLineExpected = false;
            held.add(new Held(line, Kind.ECHO));
            return true;
        }
        if (isPrompt(line)) {
            held.add(new Held(line, Kind.PROMPT));
            return true;
        }
        int sincePrompt = held.size() - 1 - lastPrompt();
        if (lastPrompt() >= 0 && sincePrompt < MOST_BETWEEN) {
            held.add(new Held(line, Kind.BETWEEN));
            return true;
        }
        return false;
    }

    private boolean isPrompt(String line) {
        return prompts.isKnown(line) || isCandidate(line);
    }

    private boolean isCandidate(String line) {
        return !candidate.isEmpty() && PromptKnowledge.maybeSame(candidate, line);
    }

    private int lastPrompt() {
        for (int i = held.size() - 1; i >= 0; i--) {
            if (held.get(i).kind() == Kind.PROMPT) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Whether the same line came back after every probe: it is the prompt.
     *
     * @param quiet whether the device has been quiet since then: the presumed prompt may be followed by more text
     */
    public boolean confirms(String unfinishedLine, boolean quiet) {
        if (outstanding == 0 || !isCandidate(unfinishedLine)) {
            return false;
        }
        if (!quiet && !between().stream().allMatch(PromptLeads::mayBelong)) {
            return false;
        }
        long cameBack = count(Kind.PROMPT);
        return cameBack > 0 && cameBack + count(Kind.ECHO) >= outstanding;
    }

    /** Whether an empty line that was typed before the command has not been answered yet. */
    public boolean awaitsAnswers() {
        return held.stream()
                        .filter(h -> h.kind() == Kind.PROMPT && prompts.isKnown(h.line()))
                        .count()
                < typedBeforeCommand;
    }

    /** Whether the line came back at least once. */
    public boolean cameBack(String unfinishedLine) {
        return outstanding > 0 && isCandidate(unfinishedLine) && count(Kind.PROMPT) > 0;
    }

    private long count(Kind kind) {
        return held.stream().filter(h -> h.kind() == kind).count();
    }

    /** The line at which the last empty line was typed. */
    public String candidate() {
        return candidate;
    }

    /** What came between the last two sightings of the prompt. */
    public List<String> between() {
        return held.subList(lastPrompt() + 1, held.size()).stream()
                .map(Held::line)
                .toList();
    }

    private static List<String> behindLastPrompt(List<Held> some) {
        List<String> lines = new ArrayList<>();
        for (Held one : some) {
            if (one.kind() == Kind.PROMPT) {
                lines.clear();
            } else {
                lines.add(one.line());
            }
        }
        return PromptLeads.endOf(lines);
    }

    /**
     * The device is at its prompt. As many lines that look like it as empty lines were typed may be answers to those,
     * or output: they stay here, with everything that came after them, until the next echo decides. What was held
     * before them is output.
     */
    public void settleAtPrompt(String prompt, LineSink output) {
        int lead = prompts.leads().count(prompt, PromptLeads.endOf(between()));
        if (lastPrompt() >= 0) {
            held.subList(held.size() - lead, held.size()).clear();
        }
        int from = firstOfLast(outstanding);
        if (from < held.size()) {
            releaseUntil(from, output);
        } else if (!held.stream().allMatch(h -> h.kind() == Kind.ECHO)) {
            release(output);
        }
    }

    /** The command's echo came after {@code prompt}: all answers to the probes before it have arrived. */
    public void settleAtEcho(String prompt, LineSink output) {
        int from = firstOfLast(typedBeforeCommand);
        List<Held> answers = List.copyOf(held.subList(from, held.size()));
        boolean allCame = answers.stream().filter(h -> h.kind() == Kind.PROMPT).count() == typedBeforeCommand;
        held.subList(from, held.size()).clear();
        if (!allCame) {
            held.removeIf(h -> h.kind() == Kind.ECHO);
        } else if (!answers.isEmpty()) {
            // The lines above both the first answer and the echo belong to the prompt.
            prompts.leads().proveBy(prompt, behindLastPrompt(held), behindLastPrompt(answers));
        }
        outstanding -= typedBeforeCommand;
        typedBeforeCommand = 0;
        release(output);
        messagesIn(answers, prompt).forEach(line -> output.text(line, true));
    }

    /** What came among the answers to empty lines and is neither the prompt nor a line that belongs to it. */
    private List<String> messagesIn(List<Held> answers, String prompt) {
        List<String> messages = new ArrayList<>();
        List<String> above = new ArrayList<>();
        for (int i = 0; i <= answers.size(); i++) {
            if (i < answers.size() && answers.get(i).kind() != Kind.PROMPT) {
                above.add(answers.get(i).line());
            } else if (i > 0) {
                int lead = prompts.leads().count(prompt, PromptLeads.endOf(above));
                messages.addAll(above.subList(0, above.size() - lead));
                above.clear();
            }
        }
        return messages;
    }

    /** Takes lines back that were released before the echo was found after them. */
    public void hold(List<String> lines) {
        held.clear();
        lines.forEach(line -> held.add(new Held(line, isPrompt(line) ? Kind.PROMPT : Kind.BETWEEN)));
    }

    /** The index of the first of the last {@code count} held prompts; the size if there is none. */
    private int firstOfLast(int count) {
        int index = held.size();
        int found = 0;
        for (int i = held.size() - 1; i >= 0 && found < count; i--) {
            if (held.get(i).kind() == Kind.PROMPT) {
                index = i;
                found++;
            }
        }
        return index;
    }

    /** Every empty line so far was answered, and the answers are not output. */
    public void close() {
        held.clear();
        outstanding = 0;
        typedBeforeCommand = 0;
        candidate = "";
        emptyLineExpected = false;
    }

    /** The held lines were output. */
    public void release(LineSink output) {
        releaseUntil(held.size(), output);
    }

    private void releaseUntil(int end, LineSink output) {
        if (end == 0) {
            return;
        }
        List<Held> released = List.copyOf(held.subList(0, end));
        held.subList(0, end).clear();
        released.forEach(h -> output.text(h.line(), true));
    }
}
