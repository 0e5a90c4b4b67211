/**
 * What a run did, for people and for programs: JSON, JUnit XML, one HTML page, Prometheus text, and the outcome by
 * thresholds. Makes texts from values; where they are written is others' business.
 */
package io.jenkins.plugins.networkshell.engine.backup.report;
