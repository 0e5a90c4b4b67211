/**
 * Blocking work with limits: a task that its caller can abandon, and interrupts that wait for the end of a packet.
 * Knows nothing of SSH.
 */
package io.jenkins.plugins.networkshell.engine.ssh.task;
