/**
 * Differences between configurations: changed lines with their sections, the same change on many devices, the version
 * that added a line, and the search over many configurations. Works only on text; knows neither archives nor platforms.
 */
package io.jenkins.plugins.networkshell.engine.backup.change;
