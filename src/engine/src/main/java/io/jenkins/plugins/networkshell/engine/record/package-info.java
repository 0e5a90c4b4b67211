/**
 * Recordings of sessions: asciicasts for people, and scenes for the simulator. Sees what the shell types and reads;
 * decides nothing.
 */
package io.jenkins.plugins.networkshell.engine.record;
