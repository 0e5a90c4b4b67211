/** The names of what a step leaves among the artifacts of a build. Writes nothing. */
package io.jenkins.plugins.networkshell.artifact;
