package io.jenkins.plugins.networkshell.engine.backup.git;

import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The message of a run's commit: a subject, a line for each device that changed, and trailers with facts about the
 * devices, which {@code git log --format='%(trailers:key=Device)'} prints.
 */
final class CommitMessage {
    private static final int NAMED_IN_SUBJECT = 3;

    private CommitMessage() {}

    static String of(List<CommittedDevice> devices) {
        StringBuilder text = new StringBuilder(subject(devices)).append('\n');
        if (!devices.isEmpty()) {
            text.append('\n');
        }
        for (CommittedDevice device : devices) {
            text.append(clean(device.name())).append(": ").append(device.change());
            if (device.changedBy() != null) {
                text.append(" (").append(clean(device.changedBy().text())).append(')');
            }
            text.append('\n');
        }
        if (!devices.isEmpty()) {
            text.append('\n');
        }
        devices.forEach(device -> text.append(trailer(device)).append('\n'));
        return text.toString();
    }

    private static String subject(List<CommittedDevice> devices) {
        if (devices.isEmpty()) {
            return "Back up changes of a run that was interrupted";
        }
        if (devices.size() > NAMED_IN_SUBJECT) {
            return "Back up changes of " + devices.size() + " devices";
        }
        List<String> names =
                devices.stream().map(device -> clean(device.name())).toList();
        return "Back up changes of " + String.join(", ", names);
    }

    private static String trailer(CommittedDevice device) {
        StringBuilder text = new StringBuilder("Device: ").append(clean(device.name()));
        add(text, "host", device.host());
        add(text, "platform", device.platform());
        add(text, "model", device.facts().model());
        add(text, "serial", device.facts().serial());
        add(text, "version", device.facts().version());
        return text.toString();
    }

    private static void add(StringBuilder text, String name, String value) {
        if (value != null && !value.isBlank()) {
            text.append("; ").append(name).append('=').append(clean(value));
        }
    }

    /** The author of all changes, if the configurations name the same one. */
    static Optional<String> author(List<CommittedDevice> devices) {
        Set<String> users = new LinkedHashSet<>();
        for (CommittedDevice device : devices) {
            ConfigurationChange changedBy = device.changedBy();
            users.add(changedBy == null ? null : changedBy.user());
        }
        return users.size() == 1
                ? users.stream()
                        .filter(Objects::nonNull)
                        .map(CommitMessage::clean)
                        .findFirst()
                : Optional.empty();
    }

    /** Cleans texts that devices supply, so that they can't forge a trailer or another author. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}<>]+", " ").strip();
    }
}
