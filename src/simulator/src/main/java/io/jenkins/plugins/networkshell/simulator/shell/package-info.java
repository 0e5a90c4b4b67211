/**
 * The device's side of an interactive shell: modes, commands, questions, pager, echo. Uses scenes; does not know SSH.
 */
package io.jenkins.plugins.networkshell.simulator.shell;
