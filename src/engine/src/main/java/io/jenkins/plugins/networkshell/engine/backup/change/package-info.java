/**
 * What distinguishes configurations: changed lines with their sections, the same change on many devices, who brought a
 * line, and the search over many configurations. Works on text only; knows neither archives nor platforms.
 */
package io.jenkins.plugins.networkshell.engine.backup.change;
