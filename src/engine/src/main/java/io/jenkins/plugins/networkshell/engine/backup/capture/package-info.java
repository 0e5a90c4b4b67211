/**
 * Decides whether a text is a trustworthy configuration, and makes the canonical form for comparisons and the redacted
 * copy. Works only on text: nothing here reads from a device, and only the key writes a file.
 */
package io.jenkins.plugins.networkshell.engine.backup.capture;
