/**
 * The vocabulary of files on a device: paths, attributes, options, the interface that SFTP and SCP implement. Copies
 * nothing by itself.
 */
package io.jenkins.plugins.networkshell.engine.files;
