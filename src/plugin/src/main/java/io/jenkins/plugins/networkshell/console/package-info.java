/** The display of sessions in the build log. Opens no connection. */
package io.jenkins.plugins.networkshell.console;
