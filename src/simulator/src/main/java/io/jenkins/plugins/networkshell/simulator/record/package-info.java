/**
 * What a client really sent, for assertions. Changes nothing of a session.
 */
package io.jenkins.plugins.networkshell.simulator.record;
