/**
 * A part of a backup where it runs, on an agent or the controller: captures devices, and keeps what was captured until the
 * controller fetches it. Looks nothing up, stores nothing.
 */
package io.jenkins.plugins.networkshell.backup.shard;
