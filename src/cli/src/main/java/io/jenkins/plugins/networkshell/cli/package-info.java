/** The engine at a terminal: commands, their options, what they print and the exit codes. */
package io.jenkins.plugins.networkshell.cli;
