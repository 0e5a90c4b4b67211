/**
 * Values that the parts of a backup share: what was captured, why it can be trusted, what became of a device; and the
 * folder of plain {@code .cfg} files. Nothing here opens a connection or knows of runs, versions or reports.
 */
package io.jenkins.plugins.networkshell.engine.backup;
