/**
 * The simulator's public API: devices to start, connect to and inspect. Tests and demos use this package and {@code
 * junit}; the other packages are internal.
 */
package io.jenkins.plugins.networkshell.simulator;
