/**
 * The SFTP protocol (version 3) as a file backend. Knows nothing of local files.
 */
package io.jenkins.plugins.networkshell.engine.files.sftp;
