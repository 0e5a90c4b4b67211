/**
 * {@link io.jenkins.plugins.networkshell.engine.files.access.FileAccess}, the way in: chooses the backend and offers
 * all file operations of one connection.
 */
package io.jenkins.plugins.networkshell.engine.files.access;
