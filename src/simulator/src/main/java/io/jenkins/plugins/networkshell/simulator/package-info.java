/**
 * The simulator's public face: devices that are started, talked to and asked what they were told. Tests and demos
 * use this package and {@code junit}; the rest is inside.
 */
package io.jenkins.plugins.networkshell.simulator;
