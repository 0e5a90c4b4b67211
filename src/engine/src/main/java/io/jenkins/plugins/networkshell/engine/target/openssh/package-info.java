/**
 * OpenSSH's files, read as OpenSSH reads them: {@code known_hosts}, {@code ssh_config} and the user's keys. Opens no
 * connection and does not decide whether a host key is trusted.
 */
package io.jenkins.plugins.networkshell.engine.target.openssh;
