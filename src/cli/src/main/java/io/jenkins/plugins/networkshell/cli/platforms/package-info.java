/** {@code platforms}: lists, checks and tries platform definitions. */
package io.jenkins.plugins.networkshell.cli.platforms;
