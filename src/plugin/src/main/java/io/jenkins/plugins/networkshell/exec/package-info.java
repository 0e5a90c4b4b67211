/** One command on an exec channel, on the machine where the step runs. */
package io.jenkins.plugins.networkshell.exec;
