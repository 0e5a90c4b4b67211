/**
 * How texts of people are read and written: positions in files, YAML, suggestions for misspelt names. Nothing here knows
 * devices, SSH or what the texts are for.
 */
package io.jenkins.plugins.networkshell.engine.text;
