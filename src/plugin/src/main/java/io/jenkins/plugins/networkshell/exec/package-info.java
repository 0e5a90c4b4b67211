/**
 * One command on an exec channel, on the machine where the step runs. Looks nothing up: all it needs is in its plan.
 */
package io.jenkins.plugins.networkshell.exec;
