/**
 * A backup from the inventory to the report: reads the configurations of a device, runs all devices, keeps what they
 * printed. Knows no terminal and no Jenkins; where secrets come from is said by {@link
 * io.jenkins.plugins.networkshell.engine.backup.run.Logins}.
 */
package io.jenkins.plugins.networkshell.engine.backup.run;
