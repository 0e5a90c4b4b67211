/**
 * Whether a text is a configuration that can be trusted, the form in which two of them are compared, and the copy
 * without secrets. Works on text only: nothing here reads from a device, and nothing but the key writes a file.
 */
package io.jenkins.plugins.networkshell.engine.backup.capture;
