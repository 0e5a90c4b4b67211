/**
 * Platforms: what the engine knows about families of devices. All of it is data, in YAML files; nothing in this package
 * or its subpackages is specific to a vendor.
 */
package io.jenkins.plugins.networkshell.engine.platform;
