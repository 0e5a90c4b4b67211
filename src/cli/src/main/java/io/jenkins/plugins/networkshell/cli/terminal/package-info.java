/**
 * What all commands share of the process they run in: streams, messages, colours, questions at the terminal and exit codes.
 * Knows no command.
 */
package io.jenkins.plugins.networkshell.cli.terminal;
