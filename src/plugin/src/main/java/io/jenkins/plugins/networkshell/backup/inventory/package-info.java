/** The devices of a backup and their credentials, resolved on the controller. Knows no step. */
package io.jenkins.plugins.networkshell.backup.inventory;
