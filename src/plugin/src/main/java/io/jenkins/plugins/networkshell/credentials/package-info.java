/** Copies credentials out of the store of Jenkins. Nothing else in the plugin looks a credential up. */
package io.jenkins.plugins.networkshell.credentials;
