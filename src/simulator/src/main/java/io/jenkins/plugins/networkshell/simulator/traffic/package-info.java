/**
 * The network between: delays and counted round trips. Knows no SSH.
 */
package io.jenkins.plugins.networkshell.simulator.traffic;
