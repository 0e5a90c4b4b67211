/** The names of a step's artifacts. Writes nothing. */
package io.jenkins.plugins.networkshell.artifact;
