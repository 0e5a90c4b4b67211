/** {@code backup}: backups of a whole network, and queries of their archive. */
package io.jenkins.plugins.networkshell.cli.backup;
