/**
 * A part of a backup on the machine where it runs, an agent or the controller. Captures devices, and keeps the results
 * until the controller fetches them. Looks nothing up, stores nothing.
 */
package io.jenkins.plugins.networkshell.backup.shard;
