/**
 * Recordings of sessions (asciicast). Sees what the shell types and reads; decides nothing.
 */
package io.jenkins.plugins.networkshell.engine.record;
