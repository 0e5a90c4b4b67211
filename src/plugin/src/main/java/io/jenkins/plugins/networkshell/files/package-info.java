/** Copying files, on the machine where the step's workspace is. */
package io.jenkins.plugins.networkshell.files;
