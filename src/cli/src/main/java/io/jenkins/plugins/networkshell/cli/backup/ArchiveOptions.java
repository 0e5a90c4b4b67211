package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveSettings;
import io.jenkins.plugins.networkshell.engine.backup.capture.Shrinkage;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetOptions;
import io.jenkins.plugins.networkshell.engine.backup.run.BackupOptions;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options for the archive of configurations. */
final class ArchiveOptions {
    private static final String BATFISH = "batfish";
    private static final double PERCENT = 100;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The archive: <name>.cfg is the last good configuration of each device; versions, evidence and"
                            + " reports are in the folder 'history' below.")
    private Path folder;

    @Option(names = "--keep", paramLabel = "N", description = "Versions to keep of each device. Default: all.")
    private Integer keep;

    @Option(names = "--git", description = "Keep versions in a Git repository in DIR: one commit per run.")
    private boolean git;

    @Option(
            names = "--layout",
            paramLabel = "NAME",
            description = "batfish: also write DIR/batfish, a snapshot that Batfish reads.")
    private String layout;

    @Option(
            names = "--shrink-limit",
            paramLabel = "PERCENT",
            description =
                    "A capture that lost this much is kept aside and reported. Default: 50; 0 accepts everything.")
    private int shrinkLimit = 50;

    Path folder() {
        if (folder == null) {
            throw new BadInputException("No folder for the configurations was named; allowed: --out DIR.");
        }
        return folder;
    }

    BackupOptions options(FleetOptions fleet) {
        if (keep != null && keep < 1) {
            throw new BadInputException(
                    "The value '" + keep + "' of --keep is too small; allowed: a number from 1 up.");
        }
        if (git && keep != null) {
            throw new BadInputException("--keep and --git exclude each other: Git keeps all versions.");
        }
        if (layout != null && !layout.equals(BATFISH)) {
            throw new BadInputException("The value '" + layout + "' of --layout is not known; allowed: batfish.");
        }
        if (shrinkLimit < 0 || shrinkLimit > PERCENT) {
            throw new BadInputException(
                    "The value '" + shrinkLimit + "' of --shrink-limit is not a percentage; allowed: 0 to 100.");
        }
        Shrinkage shrinkage = shrinkLimit == 0 ? Shrinkage.OFF : new Shrinkage(shrinkLimit / PERCENT);
        return new BackupOptions(
                fleet,
                new ArchiveSettings(keep == null ? ArchiveSettings.ALL : keep, shrinkage, true),
                git,
                layout == null ? null : folder().resolve(BATFISH));
    }
}
