/** Copying files, on the machine where the step's workspace is. Looks nothing up: all it needs is in its plan. */
package io.jenkins.plugins.networkshell.files;
