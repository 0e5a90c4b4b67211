/**
 * The pages of backups: what a build did, how a job's devices stand, and what changed. They show placeholders in place of
 * secrets; only {@link io.jenkins.plugins.networkshell.backup.page.RawText} gives out text as it is, to those who may have it.
 */
package io.jenkins.plugins.networkshell.backup.page;
