/**
 * Copying between local and remote files: resuming, checksums, partial files, patterns. Works on any backend.
 */
package io.jenkins.plugins.networkshell.engine.files.copy;
