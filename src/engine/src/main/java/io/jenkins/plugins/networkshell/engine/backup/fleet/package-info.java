/**
 * Runs a job on many devices at once: how many, in which order, when again, and when to stop. Knows neither SSH nor what
 * the job is.
 */
package io.jenkins.plugins.networkshell.engine.backup.fleet;
