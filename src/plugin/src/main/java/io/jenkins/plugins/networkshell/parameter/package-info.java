/** How the text of a parameter is read, and how a wrong one is reported. Knows no step. */
package io.jenkins.plugins.networkshell.parameter;
