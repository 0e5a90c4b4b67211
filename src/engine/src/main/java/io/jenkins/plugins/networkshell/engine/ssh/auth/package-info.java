/**
 * Login methods and the authentication dialogue. Sees the server's greeting and the keys; opens nothing.
 */
package io.jenkins.plugins.networkshell.engine.ssh.auth;
