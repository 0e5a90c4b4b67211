/**
 * What a session knows about its device's prompts: those it has seen, those that an echo or an empty line has proven,
 * and what stays the same between two sightings. This package makes no decisions about commands and types nothing.
 */
package io.jenkins.plugins.networkshell.engine.shell.prompt;
