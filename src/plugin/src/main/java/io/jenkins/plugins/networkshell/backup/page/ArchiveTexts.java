package io.jenkins.plugins.networkshell.backup.page;

import hudson.model.Job;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveHistory;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveReader;
import io.jenkins.plugins.networkshell.engine.backup.archive.RulesSource;
import io.jenkins.plugins.networkshell.engine.backup.archive.Version;
import io.jenkins.plugins.networkshell.engine.backup.archive.VersionFile;
import io.jenkins.plugins.networkshell.engine.backup.capture.Redaction;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.PlatformDefinitionException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Reads the archive of a job for pages. Returned texts have placeholders for secrets, unless a method's name says raw.
 */
final class ArchiveTexts {
    private final ArchiveReader reader;
    private final RulesSource rules;

    private ArchiveTexts(ArchiveReader reader, RulesSource rules) {
        this.reader = reader;
        this.rules = rules;
    }

    static ArchiveTexts of(Job<?, ?> job) {
        return new ArchiveTexts(new ArchiveReader(JobBackups.of(job).archive()), RulesSource.of(catalog()));
    }

    /** A custom definition that has become invalid must not break the pages. */
    private static PlatformCatalog catalog() {
        try {
            return NetworkShellConfiguration.get().catalog();
        } catch (PlatformDefinitionException e) {
            return PlatformCatalog.builtIn();
        }
    }

    ArchiveReader reader() {
        return reader;
    }

    ArchiveHistory history() throws ArchiveException {
        return new ArchiveHistory(reader, rules, reader.redactionKey(), ZoneId.systemDefault());
    }

    List<Version> versions(String device) throws ArchiveException {
        return reader.versions(device);
    }

    Optional<Version> version(String device, int number) throws ArchiveException {
        return versions(device).stream()
                .filter(version -> version.number() == number)
                .findFirst();
    }

    /** The last good capture at that time; empty if it is no longer kept. */
    Optional<Version> at(String device, Instant time) throws ArchiveException {
        return reader.at(device, time);
    }

    String redacted(String device, Version version, VersionFile file) throws ArchiveException {
        return new Redaction(rules.rules(version.platform(), file.configuration()), reader.redactionKey())
                .text(raw(device, version, file));
    }

    String raw(String device, Version version, VersionFile file) throws ArchiveException {
        return reader.text(device, version, file);
    }
}
