/**
 * Reports of a run, for people and programs: JSON, JUnit XML, one HTML page, Prometheus text, and the outcome by
 * thresholds. Turns values into texts; other packages write the files.
 */
package io.jenkins.plugins.networkshell.engine.backup.report;
