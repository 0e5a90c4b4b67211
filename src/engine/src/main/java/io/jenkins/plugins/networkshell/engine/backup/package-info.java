/**
 * Values that the parts of a backup share: devices, captures, the evidence for them, the results of devices, and the
 * events of a run. Nothing here opens a connection, reads an inventory or writes an archive.
 */
package io.jenkins.plugins.networkshell.engine.backup;
