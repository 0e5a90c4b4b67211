/** The global configuration. Knows no step and no device session. */
package io.jenkins.plugins.networkshell.config;
