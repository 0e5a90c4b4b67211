/** Options that several commands share, and how their values are read. */
package io.jenkins.plugins.networkshell.cli.options;
