/** Options that several commands share, and their converters. */
package io.jenkins.plugins.networkshell.cli.options;
