/** Sessions in a device's shell on the machine where the step runs: shows what the engine's session tells. */
package io.jenkins.plugins.networkshell.session;
