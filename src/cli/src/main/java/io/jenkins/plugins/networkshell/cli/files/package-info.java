/** {@code get}, {@code put}, {@code ls} and the other file commands. */
package io.jenkins.plugins.networkshell.cli.files;
