package io.jenkins.plugins.networkshell.backup.run;

import io.jenkins.plugins.networkshell.backup.store.BackupJournal;
import io.jenkins.plugins.networkshell.engine.backup.archive.BackupArchive;

/**
 * Where the results of a backup go.
 *
 * @param archive of the job: the configurations
 * @param artifacts of the build
 * @param hostKeys receives the keys that the backup saw
 * @param console of the build
 * @param journal holds the results until they are stored with the build
 */
record BackupSinks(
        BackupArchive archive,
        BackupArtifacts artifacts,
        BackupHostKeys hostKeys,
        BackupConsole console,
        BackupJournal journal) {}
