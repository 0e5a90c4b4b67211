/**
 * Where in the stream one command's output ends and the next one's begins: echoes, as they are typed or as devices change
 * them, and the account of the empty lines that were typed. Reads lines, types nothing and waits for nothing.
 */
package io.jenkins.plugins.networkshell.engine.shell.border;
