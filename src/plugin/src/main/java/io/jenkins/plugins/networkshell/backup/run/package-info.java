/**
 * Runs a backup in a build: from the user's parameters to the archive, the artifacts and the log. Runs on the
 * controller and connects to no device.
 */
package io.jenkins.plugins.networkshell.backup.run;
