/**
 * SCP and plain shell commands as the fallback of devices without SFTP. Kept as small as it is.
 */
package io.jenkins.plugins.networkshell.engine.files.scp;
