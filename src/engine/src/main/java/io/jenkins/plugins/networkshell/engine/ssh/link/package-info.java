/**
 * One connection to one host: dialling, proxies and tunnels, key exchange, login, keepalives, and the meaning of
 * errors. The package above opens shells and commands.
 */
package io.jenkins.plugins.networkshell.engine.ssh.link;
