/**
 * Scenes: what a device is and says, as data. Knows no sockets and no SSH.
 */
package io.jenkins.plugins.networkshell.simulator.scene;
