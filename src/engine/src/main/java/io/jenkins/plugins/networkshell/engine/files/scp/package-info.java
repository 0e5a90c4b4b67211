/**
 * SCP and plain shell commands as the fallback for devices without SFTP. Keep it small. Knows nothing of local files.
 */
package io.jenkins.plugins.networkshell.engine.files.scp;
