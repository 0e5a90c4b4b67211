/**
 * {@code run}: commands in a device's interactive shell. Does not interpret what the device prints: the engine does.
 */
package io.jenkins.plugins.networkshell.cli.run;
