/**
 * What commands print: texts, files and generated output, as blocks of bytes. Decides nothing about pieces and pauses.
 */
package io.jenkins.plugins.networkshell.simulator.output;
