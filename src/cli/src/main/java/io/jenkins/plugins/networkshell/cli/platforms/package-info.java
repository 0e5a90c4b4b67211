/** {@code platforms}: what is known of devices. */
package io.jenkins.plugins.networkshell.cli.platforms;
