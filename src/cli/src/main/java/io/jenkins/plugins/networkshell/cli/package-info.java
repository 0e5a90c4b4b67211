/**
 * The command line: commands, options, output and exit codes. Speaks no protocol and holds no rules about devices: both
 * are the engine's.
 */
package io.jenkins.plugins.networkshell.cli;
