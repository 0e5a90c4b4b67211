/** Which credential goes to which host. Only references to secrets, never a secret. */
package io.jenkins.plugins.networkshell.engine.backup.credential;
