package io.jenkins.plugins.networkshell.engine.backup.git;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFacts;
import io.jenkins.plugins.networkshell.engine.backup.archive.Stored;
import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import java.util.Objects;

/**
 * A changed device in a commit message.
 *
 * @param change for people: {@code new}, {@code +3 -1}
 * @param changedBy null if not known
 */
public record CommittedDevice(
        String name, String host, String platform, DeviceFacts facts, String change, ConfigurationChange changedBy) {
    public static CommittedDevice of(Capture capture, Stored.Kept kept) {
        return new CommittedDevice(
                capture.device(),
                capture.evidence().host(),
                capture.evidence().platform(),
                capture.evidence().facts(),
                kept.first() ? "new" : "+" + kept.added() + " -" + kept.removed(),
                capture.configurations().stream()
                        .map(CapturedConfiguration::changedBy)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }
}
