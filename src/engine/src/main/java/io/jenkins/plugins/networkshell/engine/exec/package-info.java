/**
 * Commands on an exec channel: without a shell's prompt, with stdout, stderr and an exit status. Knows neither shells
 * nor platforms.
 */
package io.jenkins.plugins.networkshell.engine.exec;
