/** Lines in the format of {@code known_hosts} as people give them to Jenkins. Reads no file and knows no configuration. */
package io.jenkins.plugins.networkshell.knownhosts;
