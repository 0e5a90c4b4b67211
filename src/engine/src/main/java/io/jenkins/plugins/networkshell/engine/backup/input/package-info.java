/**
 * How the files of a backup are read and refused: problems with file, line, field and suggestion, and what fields can be.
 * Nothing here knows a format of inventories.
 */
package io.jenkins.plugins.networkshell.engine.backup.input;
