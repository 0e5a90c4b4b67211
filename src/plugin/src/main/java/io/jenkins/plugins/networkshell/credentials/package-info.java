/** Copies credentials from Jenkins' store. No other package of the plugin looks up credentials. */
package io.jenkins.plugins.networkshell.credentials;
