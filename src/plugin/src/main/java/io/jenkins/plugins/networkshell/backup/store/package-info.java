/**
 * What backups leave behind on the controller: the archive of a job, what each build did, how each device stands, and who
 * looked at which change. Files and values only: no page, no connection.
 */
package io.jenkins.plugins.networkshell.backup.store;
