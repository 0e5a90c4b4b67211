/**
 * The simulator in JUnit: devices that live as long as a test or a test class.
 */
package io.jenkins.plugins.networkshell.simulator.junit;
