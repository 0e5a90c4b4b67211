/** Which devices a backup is for, and which credential goes to which of them, resolved on the controller. Knows no step. */
package io.jenkins.plugins.networkshell.backup.inventory;
