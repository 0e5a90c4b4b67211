/**
 * Remembers the recognised platforms of devices, so that the next session can skip the recognition. Connects to
 * nothing, and knows no step.
 */
package io.jenkins.plugins.networkshell.recognition;
