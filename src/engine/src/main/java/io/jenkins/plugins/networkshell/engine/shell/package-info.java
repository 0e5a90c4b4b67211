/**
 * The dialogue with a device. {@link io.jenkins.plugins.networkshell.engine.shell.DeviceShell} is the entry point.
 * {@code docs/design-notes/read-loop.md} explains how the borders between commands are found.
 */
package io.jenkins.plugins.networkshell.engine.shell;
