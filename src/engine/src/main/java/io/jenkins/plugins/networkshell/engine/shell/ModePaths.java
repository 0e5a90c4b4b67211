package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Transition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The graph of a platform's modes. */
final class ModePaths {
    /** @param to the mode in which the transition ends */
    record Step(Transition transition, Mode to) {}

    private ModePaths() {}

    /** The shortest path, empty when {@code from} is {@code to}; absent if there is none. */
    static Optional<List<Step>> shortest(Platform platform, String from, String to) {
        Map<String, Step> arrivedBy = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String here = open.removeFirst();
            if (here.equals(to)) {
                return Optional.of(path(arrivedBy, from, to));
            }
            for (Mode mode : platform.modes()) {
                for (Transition way : mode.enter()) {
                    if (way.from().equals(here)
                            && !mode.name().equals(from)
                            && arrivedBy.putIfAbsent(mode.name(), new Step(way, mode)) == null) {
                        open.addLast(mode.name());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<Step> path(Map<String, Step> arrivedBy, String from, String to) {
        LinkedList<Step> steps = new LinkedList<>();
        for (String at = to;
                !at.equals(from);
                at = steps.getFirst().transition().from()) {
            steps.addFirst(arrivedBy.get(at));
        }
        return steps;
    }
}
