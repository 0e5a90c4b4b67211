/**
 * The archive of a network's configurations: the last good ones as plain files; older versions, evidence and reports in
 * the folder {@code history}. It is consistent at any moment. Nothing here talks to devices, and only this package
 * writes into {@code history}.
 */
package io.jenkins.plugins.networkshell.engine.backup.archive;
