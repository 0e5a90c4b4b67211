/**
 * Sessions in a device's shell, on the machine where the step runs. Shows the events of the engine's session. Looks
 * nothing up: all it needs is in its plan.
 */
package io.jenkins.plugins.networkshell.session;
