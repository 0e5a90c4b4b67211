/**
 * What clients actually sent, for assertions. Does not affect sessions.
 */
package io.jenkins.plugins.networkshell.simulator.record;
