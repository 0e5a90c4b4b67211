/**
 * Login methods and the dialogue about them. Sees the server's greeting and the keys; opens nothing.
 */
package io.jenkins.plugins.networkshell.engine.ssh.auth;
