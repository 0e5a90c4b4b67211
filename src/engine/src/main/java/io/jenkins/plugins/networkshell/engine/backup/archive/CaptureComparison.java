package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.capture.CanonicalForm;
import io.jenkins.plugins.networkshell.engine.backup.capture.Redaction;
import io.jenkins.plugins.networkshell.engine.backup.capture.RedactionKey;
import io.jenkins.plugins.networkshell.engine.backup.capture.Shrinkage;
import io.jenkins.plugins.networkshell.engine.backup.change.Comparison;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares a new capture with the files of the last good one. */
final class CaptureComparison {
    private final List<Side> sides = new ArrayList<>();

    /**
     * @param before the text of the file; null if there is none
     * @param difference without secrets
     */
    record Side(
            CapturedConfiguration configuration,
            String before,
            List<String> canonicalBefore,
            List<String> canonicalNow,
            ConfigurationDifference difference) {
        boolean sameText() {
            return configuration.text().equals(before);
        }
    }

    CaptureComparison(ArchiveLayout layout, Capture capture, RedactionKey key) throws IOException {
        for (CapturedConfiguration configuration : capture.configurations()) {
            String before = text(layout.latest(configuration.file(capture.device())));
            CanonicalForm canonical = new CanonicalForm(configuration.rules());
            List<String> old = before == null ? List.of() : canonical.lines(before);
            List<String> now = canonical.lines(configuration.text());
            ConfigurationDifference difference =
                    new Comparison(configuration.rules().ordered()).between(old, now);
            Redaction redaction =
                    new Redaction(configuration.rules(), key).knowing(old).knowing(now);
            sides.add(new Side(configuration, before, old, now, difference.map(redaction::line)));
        }
    }

    static String text(Path file) throws IOException {
        try {
            // Something else may have written it, in any charset.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    List<Side> sides() {
        return sides;
    }

    /** Whether there is no capture of the primary configuration to compare with. */
    boolean isFirst() {
        return sides.stream()
                .filter(side -> side.configuration().form().equals(ConfigurationForm.PRIMARY))
                .allMatch(side -> side.before() == null);
    }

    boolean isChanged() {
        return sides.stream()
                .anyMatch(side -> side.before() == null || !side.difference().isEmpty());
    }

    Map<String, ConfigurationDifference> differences() {
        Map<String, ConfigurationDifference> differences = new LinkedHashMap<>();
        sides.stream()
                .filter(side -> side.before() != null && !side.difference().isEmpty())
                .forEach(side -> differences.put(side.configuration().name(), side.difference()));
        return differences;
    }

    Optional<String> suspicion(Shrinkage shrinkage) {
        return sides.stream()
                .filter(side -> side.before() != null)
                .map(side -> shrinkage.suspicion(side.canonicalBefore(), side.canonicalNow()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
