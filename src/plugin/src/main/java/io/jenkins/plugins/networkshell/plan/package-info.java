/** Plans a connection, from the parameters of a step to the login, in one pass. Connects to nothing. */
package io.jenkins.plugins.networkshell.plan;
