/** {@code simulate}: runs simulated devices. */
package io.jenkins.plugins.networkshell.cli.simulate;
