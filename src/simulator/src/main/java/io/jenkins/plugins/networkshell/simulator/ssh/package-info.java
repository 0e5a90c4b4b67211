/**
 * The SSH server around the device: logins, host keys, channels, faults of the transport. The only package that sees
 * Apache MINA.
 */
package io.jenkins.plugins.networkshell.simulator.ssh;
