package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.capture.CanonicalForm;
import io.jenkins.plugins.networkshell.engine.backup.capture.Checksum;
import io.jenkins.plugins.networkshell.engine.backup.capture.Redaction;
import io.jenkins.plugins.networkshell.engine.backup.capture.RedactionKey;
import io.jenkins.plugins.networkshell.engine.backup.capture.Shrinkage;
import io.jenkins.plugins.networkshell.engine.backup.change.Comparison;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
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
     * @param difference without secrets; empty if there is nothing to compare with
     */
    record Side(
            FiledConfiguration now, String before, List<String> canonicalBefore, ConfigurationDifference difference) {
        boolean sameText() {
            return now.text().equals(before);
        }

        String beforeSha256() {
            return sameText() ? now.file().sha256() : Checksum.of(before);
        }

        boolean isPrimary() {
            return now.captured().form() == ConfigurationForm.PRIMARY;
        }

        boolean isRestorable() {
            return now.captured().form() == ConfigurationForm.RESTORABLE;
        }

        private static Side of(FiledConfiguration now, String before, RedactionKey key) {
            if (before == null) {
                return new Side(now, null, List.of(), ConfigurationDifference.NONE);
            }
            Configuration rules = now.captured().rules();
            List<String> old = CanonicalForm.of(rules).lines(before);
            ConfigurationDifference difference = new Comparison(rules.ordered()).between(old, now.canonical());
            if (!difference.isEmpty()) {
                difference =
                        difference.map(new Redaction(rules, key).knowing(old).knowing(now.canonical())::line);
            }
            return new Side(now, before, old, difference);
        }
    }

    CaptureComparison(ArchiveLayout layout, Capture capture, RedactionKey key) throws IOException {
        for (CapturedConfiguration configuration : capture.configurations()) {
            FiledConfiguration filed = FiledConfiguration.of(capture.device(), configuration);
            sides.add(Side.of(filed, text(layout.latest(filed.name())), key));
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

    List<FiledConfiguration> filed() {
        return sides.stream().map(Side::now).toList();
    }

    List<Side> sides() {
        return sides;
    }

    /** Every capture has one. */
    Side primary() {
        return sides.stream().filter(Side::isPrimary).findFirst().orElseThrow();
    }

    /** Whether there is no capture of the primary configuration to compare with. */
    boolean isFirst() {
        return primary().before() == null;
    }

    boolean isChanged() {
        return sides.stream()
                .anyMatch(side -> side.before() == null || !side.difference().isEmpty());
    }

    /** The restorable form tells the same changes in other words, so that only those of its own count. */
    Map<String, ConfigurationDifference> differences() {
        List<Side> changed = sides.stream()
                .filter(side -> side.before() != null && !side.difference().isEmpty())
                .toList();
        boolean alone = changed.stream().allMatch(Side::isRestorable);
        Map<String, ConfigurationDifference> differences = new LinkedHashMap<>();
        changed.stream()
                .filter(side -> alone || !side.isRestorable())
                .forEach(side -> differences.put(side.now().captured().name(), side.difference()));
        return differences;
    }

    Optional<String> suspicion(Shrinkage shrinkage) {
        return sides.stream()
                .filter(side -> side.before() != null)
                .map(side ->
                        shrinkage.suspicion(side.canonicalBefore(), side.now().canonical()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
