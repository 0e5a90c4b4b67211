/**
 * Scenes: devices and their behaviour as data. Knows neither sockets nor SSH.
 */
package io.jenkins.plugins.networkshell.simulator.scene;
