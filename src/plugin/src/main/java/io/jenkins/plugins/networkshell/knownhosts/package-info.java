/**
 * Lines in the format of {@code known_hosts} that people enter in Jenkins. Reads no file and does not know the
 * configuration.
 */
package io.jenkins.plugins.networkshell.knownhosts;
