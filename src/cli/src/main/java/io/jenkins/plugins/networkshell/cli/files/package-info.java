/** {@code get}, {@code put}, {@code ls} and the other file commands. Copies nothing itself: the engine does. */
package io.jenkins.plugins.networkshell.cli.files;
