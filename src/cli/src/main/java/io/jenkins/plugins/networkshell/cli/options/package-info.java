/** Options that several commands share, and their converters. Knows no command. */
package io.jenkins.plugins.networkshell.cli.options;
