/**
 * How the input files of a backup are read and rejected: problems with file, line, field and suggestion, and checks of
 * fields. Nothing here knows a format of inventories.
 */
package io.jenkins.plugins.networkshell.engine.backup.input;
