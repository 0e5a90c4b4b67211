/** Connections to devices on the machine where a step runs: an agent, or the controller. */
package io.jenkins.plugins.networkshell.connection;
