/**
 * Reads inventories of devices: our own YAML and CSV, and those of Ansible, NetBox and Oxidized. Selects devices, and
 * binds credentials to hosts. Nothing here connects to anything, and no secret is ever read.
 */
package io.jenkins.plugins.networkshell.engine.backup.inventory;
