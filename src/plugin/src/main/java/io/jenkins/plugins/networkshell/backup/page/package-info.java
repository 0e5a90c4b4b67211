/**
 * The pages of backups: what a build did, the state of a job's devices, and what changed. They show placeholders in
 * place of secrets; only {@link io.jenkins.plugins.networkshell.backup.page.RawText} returns the original text, to
 * users with the permission.
 */
package io.jenkins.plugins.networkshell.backup.page;
