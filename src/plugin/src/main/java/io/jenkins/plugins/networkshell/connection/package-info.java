/**
 * Connections to devices on the machine where a step runs: an agent, or the controller. Looks nothing up: all it needs
 * is in its plan.
 */
package io.jenkins.plugins.networkshell.connection;
