/**
 * How a device converses, as its definition describes it: the prompts of its modes, the ways between them, and its
 * questions. Values only; {@code shell} converses.
 */
package io.jenkins.plugins.networkshell.engine.platform.dialogue;
