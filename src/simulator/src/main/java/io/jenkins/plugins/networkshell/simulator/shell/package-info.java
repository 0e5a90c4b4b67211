/**
 * The device's side of an interactive shell: modes, commands, questions, pager, echo. Reads scenes; knows no SSH.
 */
package io.jenkins.plugins.networkshell.simulator.shell;
