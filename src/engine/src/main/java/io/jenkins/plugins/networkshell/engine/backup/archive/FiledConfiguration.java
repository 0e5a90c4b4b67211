package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.capture.CanonicalForm;
import io.jenkins.plugins.networkshell.engine.backup.capture.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A captured configuration with what follows from its text, which every step of storing it needs: computed once,
 * because it takes a pass over the whole text.
 *
 * @param canonical its lines in {@link CanonicalForm}
 */
record FiledConfiguration(CapturedConfiguration captured, VersionFile file, List<String> canonical) {
    static FiledConfiguration of(String device, CapturedConfiguration captured) {
        byte[] bytes = captured.text().getBytes(StandardCharsets.UTF_8);
        return new FiledConfiguration(
                captured,
                new VersionFile(
                        captured.name(), captured.form(), captured.file(device), bytes.length, Checksum.of(bytes)),
                CanonicalForm.of(captured.rules()).lines(captured.text()));
    }

    /** The name of its file. */
    String name() {
        return file.file();
    }

    String text() {
        return captured.text();
    }

    String canonicalSha256() {
        StringBuilder text = new StringBuilder(captured.text().length());
        canonical.forEach(line -> text.append(line).append('\n'));
        return Checksum.of(text.toString());
    }
}
