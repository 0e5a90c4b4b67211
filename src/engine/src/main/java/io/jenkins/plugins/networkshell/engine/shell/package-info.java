/**
 * The dialogue with a device: {@link io.jenkins.plugins.networkshell.engine.shell.DeviceShell} is the way in. See
 * {@code docs/design-notes/read-loop.md} for how the borders between commands are found.
 */
package io.jenkins.plugins.networkshell.engine.shell;
