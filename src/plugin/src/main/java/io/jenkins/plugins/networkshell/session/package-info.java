/** Sessions in a device's shell, on the machine where the step runs. Shows the events of the engine's session. */
package io.jenkins.plugins.networkshell.session;
