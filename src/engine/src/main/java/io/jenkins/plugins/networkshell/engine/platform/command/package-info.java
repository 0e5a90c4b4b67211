/**
 * Commands of a platform as its definition writes them: their abbreviations, and which of them only display something.
 * Knows no other part of a definition.
 */
package io.jenkins.plugins.networkshell.engine.platform.command;
