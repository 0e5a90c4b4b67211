/**
 * Runs a job on many devices at once: concurrency, order, retries, and when to stop. Knows neither SSH nor the job.
 */
package io.jenkins.plugins.networkshell.engine.backup.fleet;
