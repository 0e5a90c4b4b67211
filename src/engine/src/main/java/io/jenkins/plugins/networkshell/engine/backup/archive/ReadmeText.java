package io.jenkins.plugins.networkshell.engine.backup.archive;

/** The text of {@code history/README.txt}, for somebody who has the archive but not Network Shell. */
final class ReadmeText {
    static final String TEXT = """
            An archive of device configurations, written by Network Shell. All files are plain text; nothing of it
            needs Network Shell to be read.

            ../NAME.cfg                  the last good configuration of the device NAME, as the device printed it
            ../NAME.running.cfg          a further configuration of it
            ../NAME.set.cfg              the commands that load it again, where the platform has such a form
            ../report.json               what the last run did
            devices/NAME/NUMBER-TIME/    the configurations from TIME (UTC) on until the next version
            devices/NAME/index.json      the list of these versions; it is made again if it is lost
            */evidence.json              where a capture comes from, why it is complete, SHA-256 of its files
            redacted/                    the last good configurations with placeholders for secrets
            redaction.key                the key of these placeholders: keep it here, do not give it away
            aside/NAME/                  a capture that was much smaller than the one before and did not replace it
            runs/TIME.json               the reports of all runs
            lock                         empty while no run writes

            The files ../*.cfg and devices/ hold the devices' secrets; redacted/ does not.

            To restore a device, load ../NAME.set.cfg or ../NAME.cfg by its vendor's instructions, or an older
            version from devices/NAME/. To check a file: sha256sum, and compare with evidence.json beside it.
            """;

    private ReadmeText() {}
}
