/**
 * The device's SSH server: logins, host keys, channels, transport faults. The only package that sees Apache MINA.
 */
package io.jenkins.plugins.networkshell.simulator.ssh;
