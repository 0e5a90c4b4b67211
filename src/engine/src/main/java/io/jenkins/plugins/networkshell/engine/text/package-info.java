/**
 * Parses and formats small things for people: durations, quoted device text, hosts and ports, reasons of file errors,
 * byte counts, wildcards, YAML with its positions, suggestions for misspelt names. Knows no other package of the
 * engine.
 */
package io.jenkins.plugins.networkshell.engine.text;
