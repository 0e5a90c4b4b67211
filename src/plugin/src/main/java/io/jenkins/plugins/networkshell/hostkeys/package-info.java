/** The host keys that Jenkins knows, with the page to manage them. */
package io.jenkins.plugins.networkshell.hostkeys;
