/** How a session shows itself in the build log. Opens no connection. */
package io.jenkins.plugins.networkshell.console;
