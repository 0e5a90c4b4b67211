package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformRecognition;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Tracks which platform the session is on. A command may leave the platform on which it was started: {@code vtysh} on a
 * server, {@code bash} on a switch, {@code ssh} to another device. The prompt and the command's output show whether it
 * did; nothing is typed to find out, because any program may read it. Not thread-safe.
 */
final class Whereabouts {
    /** @param prompt the prompt at which the command was typed that left {@code platform} */
    private record Left(Platform platform, String prompt) {}

    private final PlatformRecognition recognition;
    private final Platform unknown;
    private final Deque<Left> left = new ArrayDeque<>();
    private Platform platform;

    /** @param unknown represents any platform without a definition */
    Whereabouts(Platform platform, PlatformRecognition recognition, Platform unknown) {
        this.platform = platform;
        this.recognition = recognition;
        this.unknown = unknown;
    }

    Platform platform() {
        return platform;
    }

    /**
     * A command was typed at one prompt and ended at another.
     *
     * @param printed the first and the last lines of what it printed
     * @param namesDevice whether the prompt contains a known host name: then it is another mode of the same device
     * @return whether the platform has changed
     */
    boolean moved(String before, String after, List<String> printed, boolean namesDevice) {
        Platform old = platform;
        if (!after.equals(before) && !cameBack(after)) {
            Optional<Platform> entered = recognition
                    .atSight(String.join("\n", printed), after, describes(platform, after))
                    .filter(found -> !found.name().equals(platform.name()));
            if (entered.isPresent()) {
                enter(entered.get(), before);
            } else if (isDescribed(platform) && !describes(platform, after) && !namesDevice) {
                enter(stranger(), before);
            }
        }
        return platform != old;
    }

    private void enter(Platform next, String before) {
        left.push(new Left(platform, before));
        platform = next;
    }

    private boolean cameBack(String prompt) {
        for (Left place : left) {
            boolean same = place.prompt().equals(prompt)
                    || !describes(platform, prompt)
                            && describes(place.platform(), prompt)
                            && PromptKnowledge.maybeSame(place.prompt(), prompt);
            if (same) {
                while (left.pop() != place) {
                    // Several were left at once.
                }
                platform = place.platform();
                return true;
            }
        }
        return false;
    }

    /** Its questions and error messages are unknown; the terminal stays the same as before. */
    private Platform stranger() {
        Platform.Session session = unknown.session();
        return new Platform(
                unknown.naming(),
                unknown.recognition(),
                unknown.modes(),
                new Platform.Session(
                        session.afterLogin(),
                        platform.session().beforeLogout(),
                        session.paging(),
                        session.questions(),
                        session.failures(),
                        session.messages(),
                        platform.terminal(),
                        platform.keepAlive(),
                        Platform.TypeAhead.NONE),
                unknown.backup(),
                unknown.facts());
    }

    private static boolean isDescribed(Platform platform) {
        return platform.modes().stream().anyMatch(mode -> !mode.fitsAnyLine());
    }

    private static boolean describes(Platform platform, String prompt) {
        return platform.modes().stream()
                .anyMatch(mode -> !mode.fitsAnyLine() && mode.prompt().matches(prompt));
    }
}
