/** A backup that is split among agents: each part is a task of Jenkins' queue and has an executor of its own. */
package io.jenkins.plugins.networkshell.backup.agents;
