/** As what devices were recognised, so that the next session need not find out again. Connects to nothing, and knows no step. */
package io.jenkins.plugins.networkshell.recognition;
