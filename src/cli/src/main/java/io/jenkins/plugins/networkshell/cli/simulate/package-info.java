/** {@code simulate}: runs simulated devices. Connects to none. */
package io.jenkins.plugins.networkshell.cli.simulate;
