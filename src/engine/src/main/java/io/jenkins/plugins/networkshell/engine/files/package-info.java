/** Files on a device: SFTP, and SCP where there is no SFTP. */
package io.jenkins.plugins.networkshell.engine.files;
