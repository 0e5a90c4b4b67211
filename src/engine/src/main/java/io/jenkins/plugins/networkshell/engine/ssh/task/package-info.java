/**
 * Blocking work with limits: a task that its caller can abandon, and interrupts that wait until a packet is complete.
 * Knows nothing about SSH.
 */
package io.jenkins.plugins.networkshell.engine.ssh.task;
