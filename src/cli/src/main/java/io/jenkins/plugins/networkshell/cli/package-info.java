/** The command line: commands, options, output and exit codes. */
package io.jenkins.plugins.networkshell.cli;
