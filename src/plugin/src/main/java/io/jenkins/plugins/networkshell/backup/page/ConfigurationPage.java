package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import hudson.model.Job;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.Version;
import io.jenkins.plugins.networkshell.engine.backup.archive.VersionFile;
import java.util.Optional;

/** One configuration of one version, with placeholders for its secrets. Created for each request. */
public final class ConfigurationPage {
    private final Job<?, ?> job;
    private final String device;
    private final Version version;
    private final ShownConfiguration configuration;

    private ConfigurationPage(Job<?, ?> job, String device, Version version, ShownConfiguration configuration) {
        this.job = job;
        this.device = device;
        this.version = version;
        this.configuration = configuration;
    }

    /** @param configuration empty for the primary one */
    static Optional<ConfigurationPage> of(Job<?, ?> job, String device, int number, String configuration)
            throws ArchiveException {
        ArchiveTexts texts = ArchiveTexts.of(job);
        Version version = texts.version(device, number).orElse(null);
        if (version == null) {
            return Optional.empty();
        }
        Optional<VersionFile> file = version.file(Util.fixEmpty(configuration));
        return file.map(found ->
                new ConfigurationPage(job, device, version, new ShownConfiguration(texts, device, version, found)));
    }

    /** The owner of the side panel and the tabs. */
    public Job<?, ?> getObject() {
        return job;
    }

    public String getDisplayName() {
        return configuration.getFile();
    }

    public String getEncodedDevice() {
        return Util.rawEncode(device);
    }

    public int getNumber() {
        return version.number();
    }

    public String getSince() {
        return PageText.time(version.since());
    }

    public ShownConfiguration getConfiguration() {
        return configuration;
    }

    public boolean isRawAllowed() {
        return job.hasPermission(BackupPermissions.RAW);
    }
}
