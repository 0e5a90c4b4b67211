/**
 * What a session knows of its device's prompts: what was seen, what an echo or an empty line has proven, and what stays
 * the same between two sightings. Decides nothing about commands and types nothing.
 */
package io.jenkins.plugins.networkshell.engine.shell.prompt;
