/**
 * Tries a platform's definition on a device: what of it fits, what is learned, and what the device shows that the
 * definition lacks. {@link io.jenkins.plugins.networkshell.engine.trial.PlatformTrial} is the way in.
 */
package io.jenkins.plugins.networkshell.engine.trial;
