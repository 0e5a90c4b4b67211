/**
 * How a device prints: pieces, pauses, lines that come in between. Decides nothing about what is printed.
 */
package io.jenkins.plugins.networkshell.simulator.output;
