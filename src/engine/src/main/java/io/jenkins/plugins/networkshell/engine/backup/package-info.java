/** Configurations: whether one is complete, where it is kept. */
package io.jenkins.plugins.networkshell.engine.backup;
