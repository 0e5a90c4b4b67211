/**
 * {@link io.jenkins.plugins.networkshell.engine.files.access.FileAccess} is the entry point: it chooses the backend and
 * offers all file operations of one connection. Speaks no protocol itself.
 */
package io.jenkins.plugins.networkshell.engine.files.access;
