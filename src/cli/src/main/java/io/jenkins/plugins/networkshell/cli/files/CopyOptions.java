package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions.Checksum;
import picocli.CommandLine.Option;

/** Options for copying files. */
final class CopyOptions {
    @Option(
            names = {"-r", "--recursive"},
            description = "Copy folders with their contents; links in them are skipped.")
    private boolean recursive;

    @Option(
            names = {"-p", "--preserve"},
            description = "Copy times and permissions, too.")
    private boolean preserve;

    @Option(
            names = "--resume",
            description = "Complete partial files of an earlier attempt, and skip existing files"
                    + " with the same size and time.")
    private boolean resume;

    @Option(
            names = "--no-atomic",
            description =
                    "Write under the final name at once, instead of to .NAME.part next to it, which is renamed when"
                            + " it is complete.")
    private boolean notAtomic;

    @Option(
            names = "--checksum",
            description =
                    "Compare SHA-256 sums of both sides if the device can compute them. Sizes are always compared,"
                            + " sums of files that were resumed as well.")
    private boolean checksum;

    @Option(names = "--require-checksum", description = "The same, and it is an error if the device can't.")
    private boolean checksumRequired;

    TransferOptions options() {
        Checksum when = checksum ? Checksum.WHERE_POSSIBLE : Checksum.RESUMED;
        return new TransferOptions(
                recursive, preserve, resume, !notAtomic, checksumRequired ? Checksum.REQUIRED : when);
    }
}
