/**
 * What to connect to, and how: {@link io.jenkins.plugins.networkshell.engine.target.Target}, its credentials, host
 * keys, proxy and algorithms, and those that a connection has negotiated. Values, immutable and serializable; nothing
 * here opens a connection.
 */
package io.jenkins.plugins.networkshell.engine.target;
