/** The user's parameters of a backup, with its form. Does not depend on builds. */
package io.jenkins.plugins.networkshell.backup.step;
