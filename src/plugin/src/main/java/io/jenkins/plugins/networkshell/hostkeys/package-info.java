/** The host keys that Jenkins knows, and the page to manage them. Connects to no device. */
package io.jenkins.plugins.networkshell.hostkeys;
