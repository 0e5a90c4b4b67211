/**
 * Tries a platform definition on a device: which parts match, what is learned, and what the device shows that the
 * definition lacks. {@link io.jenkins.plugins.networkshell.engine.trial.PlatformTrial} is the entry point.
 */
package io.jenkins.plugins.networkshell.engine.trial;
