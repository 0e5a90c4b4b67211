/** The host keys that Jenkins knows, and the page to manage them. */
package io.jenkins.plugins.networkshell.hostkeys;
