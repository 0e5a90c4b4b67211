package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.Version;
import io.jenkins.plugins.networkshell.engine.backup.archive.VersionFile;
import io.jenkins.plugins.networkshell.engine.text.ByteCount;

/** One configuration of a version, read when it is shown. */
public final class ShownConfiguration {
    private final ArchiveTexts texts;
    private final String device;
    private final Version version;
    private final VersionFile file;

    ShownConfiguration(ArchiveTexts texts, String device, Version version, VersionFile file) {
        this.texts = texts;
        this.device = device;
        this.version = version;
        this.file = file;
    }

    /** {@code running}, {@code startup}, … */
    public String getName() {
        return file.configuration();
    }

    public String getFile() {
        return file.file();
    }

    public String getSizeText() {
        return ByteCount.text(file.bytes());
    }

    /** With placeholders for secrets. */
    public String getText() throws ArchiveException {
        return texts.redacted(device, version, file);
    }

    /** The query that requests the raw text. */
    public String getRawQuery() {
        return "name=" + Util.rawEncode(device) + "&version=" + version.number() + "&configuration="
                + Util.rawEncode(file.configuration());
    }
}
