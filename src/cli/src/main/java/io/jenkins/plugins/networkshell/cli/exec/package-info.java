/** {@code exec}: one command on an exec channel. */
package io.jenkins.plugins.networkshell.cli.exec;
