/**
 * Runs a backup in a build: from the user's parameters to the archive, the artifacts and the log. Runs on the
 * controller.
 */
package io.jenkins.plugins.networkshell.backup.run;
