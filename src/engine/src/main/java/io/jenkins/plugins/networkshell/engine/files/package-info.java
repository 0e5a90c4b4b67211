/**
 * Common types for files on a device: paths, attributes, options, and the interface that SFTP and SCP implement. Copies
 * nothing itself.
 */
package io.jenkins.plugins.networkshell.engine.files;
