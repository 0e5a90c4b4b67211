/**
 * The network: faults, chunking, delays and counted round trips. Does not know SSH.
 */
package io.jenkins.plugins.networkshell.simulator.traffic;
