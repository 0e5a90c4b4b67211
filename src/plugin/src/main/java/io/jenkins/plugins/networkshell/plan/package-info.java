/** From the parameters of a step to the login in one pass: the plan of a connection, with everything that it needs. Connects to nothing. */
package io.jenkins.plugins.networkshell.plan;
