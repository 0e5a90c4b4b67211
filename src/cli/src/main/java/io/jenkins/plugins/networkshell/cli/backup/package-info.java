/**
 * {@code backup}: backups of a whole network, and queries of their archive. Neither connects nor touches the archive
 * itself: the engine does.
 */
package io.jenkins.plugins.networkshell.cli.backup;
