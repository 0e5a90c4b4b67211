/**
 * Values that the parts of a backup share: which devices there are, what was captured, why it can be trusted, what became
 * of a device, and the events of a run. Nothing here opens a connection, reads an inventory or writes an archive.
 */
package io.jenkins.plugins.networkshell.engine.backup;
