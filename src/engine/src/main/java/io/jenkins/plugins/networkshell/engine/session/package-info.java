/**
 * One session with one device, from the connection to the captures that are kept: {@link
 * io.jenkins.plugins.networkshell.engine.session.DeviceSession}. The command line, the plugin and the backup call it
 * and show the events that it sends to their {@link io.jenkins.plugins.networkshell.engine.session.SessionListener}.
 *
 * <p>Nothing here formats text for a console, knows several devices, or decides what a backup of a network is.
 */
package io.jenkins.plugins.networkshell.engine.session;
