package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Transition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the modes, and checks that they are consistent. */
final class ModesReader {
    private static final Set<String> MODE_FIELDS = Set.of("name", "prompt", "samples", "host_limit", "enter");
    private static final Set<String> ENTER_FIELDS = Set.of("from", "send", "dialogue");
    private static final int MAX_HOST = 255;

    private final List<FieldReader> readers;
    private final List<Mode> modes = new ArrayList<>();

    private ModesReader(List<FieldReader> readers) {
        this.readers = readers;
    }

    static List<Mode> read(FieldReader platform) throws PlatformDefinitionException {
        String allowed = "a list with at least one mode, which has a 'name' and a 'prompt'";
        platform.require("modes", allowed);
        List<FieldReader> readers = platform.list("modes", MODE_FIELDS);
        if (readers.isEmpty()) {
            throw platform.wrong("modes", "is an empty list", allowed);
        }
        ModesReader reader = new ModesReader(readers);
        reader.readAll();
        reader.checkTransitions();
        reader.checkSamples();
        return List.copyOf(reader.modes);
    }

    private void readAll() throws PlatformDefinitionException {
        Set<String> names = new HashSet<>();
        for (FieldReader fields : readers) {
            Mode mode = mode(fields);
            if (!names.add(mode.name())) {
                throw fields.wrong("name", "is '" + mode.name() + "' again", "a name that no other mode has");
            }
            modes.add(mode);
        }
    }

    private static Mode mode(FieldReader fields) throws PlatformDefinitionException {
        String name = Names.read(fields, "name");
        fields.require("prompt", "a pattern for the whole prompt line, without trailing blanks");
        Pattern prompt = fields.pattern("prompt");
        List<Transition> enter = new ArrayList<>();
        for (FieldReader edge : fields.list("enter", ENTER_FIELDS)) {
            enter.add(transition(edge));
        }
        return new Mode(name, prompt, List.copyOf(enter), fields.number("host_limit", 0, 0, MAX_HOST));
    }

    private static Transition transition(FieldReader edge) throws PlatformDefinitionException {
        edge.require("from", "the name of the mode that this way starts in");
        edge.require("send", "the command that is typed there");
        return new Transition(edge.text("from", null), edge.text("send", null), QuestionReader.read(edge, "dialogue"));
    }

    private void checkTransitions() throws PlatformDefinitionException {
        List<String> names = modes.stream().map(Mode::name).toList();
        for (FieldReader fields : readers) {
            for (FieldReader edge : fields.list("enter", ENTER_FIELDS)) {
                String from = edge.text("from", null);
                if (!names.contains(from) || from.equals(fields.text("name", null))) {
                    throw edge.wrong("from", "is '" + from + "'", "another mode: " + String.join(", ", names));
                }
            }
        }
        Set<String> reached = reachable();
        for (FieldReader fields : readers) {
            String name = fields.text("name", null);
            if (!reached.contains(name)) {
                throw fields.wrong(
                        "enter",
                        "leads from nowhere: the mode '" + name + "' cannot be reached from '" + names.get(0) + "'",
                        "a way from "
                                + String.join(" or ", reached.stream().sorted().toList()));
            }
        }
    }

    private Set<String> reachable() {
        Set<String> reached = new HashSet<>(Set.of(modes.get(0).name()));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Mode mode : modes) {
                if (mode.enter().stream().anyMatch(edge -> reached.contains(edge.from()))) {
                    grown |= reached.add(mode.name());
                }
            }
        }
        return reached;
    }

    /** A sample must match the prompt of its own mode and of no other: the prompt determines the device's mode. */
    private void checkSamples() throws PlatformDefinitionException {
        for (int i = 0; i < modes.size(); i++) {
            Mode mode = modes.get(i);
            List<String> samples = readers.get(i).texts("samples");
            for (int n = 0; n < samples.size(); n++) {
                String sample = samples.get(n);
                if (!mode.prompt().matches(sample)) {
                    throw readers.get(i)
                            .wrongItem(
                                    "samples",
                                    n,
                                    "'" + sample + "' is not matched by the mode's own prompt",
                                    "a line that the prompt matches as a whole, without trailing blanks");
                }
                for (Mode other : modes) {
                    if (other != mode && other.prompt().matches(sample)) {
                        throw readers.get(i)
                                .wrongItem(
                                        "samples",
                                        n,
                                        "'" + sample + "' is also a prompt of the mode '" + other.name() + "'",
                                        "prompts that tell the modes apart");
                    }
                }
            }
        }
    }
}
