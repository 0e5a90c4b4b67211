/**
 * A backup that is split among agents: each part is a task of Jenkins' queue and has its own executor. Stores nothing.
 */
package io.jenkins.plugins.networkshell.backup.agents;
