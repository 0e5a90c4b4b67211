/** {@code platforms}: lists, checks and tries platform definitions. Does not interpret them itself: the engine does. */
package io.jenkins.plugins.networkshell.cli.platforms;
