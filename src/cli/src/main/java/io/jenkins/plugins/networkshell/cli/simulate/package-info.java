/** {@code simulate}: devices to try things on. */
package io.jenkins.plugins.networkshell.cli.simulate;
