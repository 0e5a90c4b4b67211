/** What the user wrote of a backup, with its form. Knows no build. */
package io.jenkins.plugins.networkshell.backup.step;
