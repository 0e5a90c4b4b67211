/**
 * Errors that callers catch by type or that carry data; every other failure is a {@link
 * io.jenkins.plugins.networkshell.engine.NetworkShellException} identified by its kind. Nothing here talks to a device.
 */
package io.jenkins.plugins.networkshell.engine.error;
