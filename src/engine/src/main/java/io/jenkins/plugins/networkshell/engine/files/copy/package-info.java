/**
 * Copying between local and remote files: resuming, checksums, partial files, patterns. Works on any backend and speaks
 * no protocol itself.
 */
package io.jenkins.plugins.networkshell.engine.files.copy;
