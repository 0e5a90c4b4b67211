/**
 * A backup from the inventory to the report: reads the configurations of a device, runs all devices, stores what they
 * printed. Knows neither terminals nor Jenkins; secrets come from {@link
 * io.jenkins.plugins.networkshell.engine.backup.run.Logins}.
 */
package io.jenkins.plugins.networkshell.engine.backup.run;
