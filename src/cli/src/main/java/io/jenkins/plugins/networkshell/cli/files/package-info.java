/** {@code get}, {@code put}, {@code ls} and the like: a device's files. */
package io.jenkins.plugins.networkshell.cli.files;
