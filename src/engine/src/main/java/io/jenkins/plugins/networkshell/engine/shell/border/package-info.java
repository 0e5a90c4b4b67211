/**
 * Where one command's output ends in the stream and the next one's begins: echoes, as they are typed or as devices
 * change them, and the account of the empty lines that were typed. This package reads lines; it types nothing and never
 * waits.
 */
package io.jenkins.plugins.networkshell.engine.shell.border;
