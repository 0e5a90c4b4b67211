/**
 * One connection to one host: dialling, proxies and tunnels, key exchange, login, keepalives, and what its errors
 * mean. Shells and commands are opened a package above.
 */
package io.jenkins.plugins.networkshell.engine.ssh.link;
