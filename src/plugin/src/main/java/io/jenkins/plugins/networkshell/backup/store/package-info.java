/** What a job keeps of its backups. Captures and shows nothing. */
package io.jenkins.plugins.networkshell.backup.store;
