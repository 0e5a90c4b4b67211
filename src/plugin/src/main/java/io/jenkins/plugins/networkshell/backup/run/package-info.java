/** A backup in a build: from what the user wrote to the archive, the artifacts and the log. On the controller. */
package io.jenkins.plugins.networkshell.backup.run;
