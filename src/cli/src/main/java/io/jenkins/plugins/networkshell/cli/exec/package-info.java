/** {@code exec}: one command on an exec channel. Knows neither shells nor platforms. */
package io.jenkins.plugins.networkshell.cli.exec;
