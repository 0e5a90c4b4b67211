/** The parameters that all steps have in common. Knows neither plans nor builds. */
package io.jenkins.plugins.networkshell.step;
