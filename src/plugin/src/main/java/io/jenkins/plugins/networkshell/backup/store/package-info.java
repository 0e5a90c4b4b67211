/** What a job keeps of its backups. */
package io.jenkins.plugins.networkshell.backup.store;
