/**
 * Platforms: what the engine knows of families of devices. All of it is data, in YAML files; nothing in this package, or
 * below it, knows a vendor.
 */
package io.jenkins.plugins.networkshell.engine.platform;
