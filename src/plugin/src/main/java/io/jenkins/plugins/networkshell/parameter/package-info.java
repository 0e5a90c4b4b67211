/** How the text of a parameter is read, and how a wrong one is told to the user. Knows no step. */
package io.jenkins.plugins.networkshell.parameter;
