/** {@code run}: commands in a device's interactive shell. */
package io.jenkins.plugins.networkshell.cli.run;
