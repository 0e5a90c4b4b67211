/**
 * The archive of a network's configurations: the last good ones as plain files, older versions, evidence and reports in
 * a folder below, whole at any moment. Nothing here talks to devices, and nothing but this package writes into the
 * folder below.
 */
package io.jenkins.plugins.networkshell.engine.backup.archive;
