/** Reads the text of parameters, and reports invalid ones. Does not depend on any step. */
package io.jenkins.plugins.networkshell.parameter;
