/**
 * What a definition says about the configurations of a device: which command prints them, when they are complete, and
 * what their lines mean. Values only; {@code backup} reads, compares and stores configurations.
 */
package io.jenkins.plugins.networkshell.engine.platform.configuration;
