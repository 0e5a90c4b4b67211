/**
 * The parts of the process that all commands share: streams, messages, colours, questions at the terminal and exit
 * codes. Knows no command.
 */
package io.jenkins.plugins.networkshell.cli.terminal;
