/** Commands on an exec channel: without a shell's prompt, with stdout, stderr and an exit status. */
package io.jenkins.plugins.networkshell.engine.exec;
