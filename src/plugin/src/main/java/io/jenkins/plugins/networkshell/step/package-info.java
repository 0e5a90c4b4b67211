/** The parameters that all steps have in common. Does not depend on plans or builds. */
package io.jenkins.plugins.networkshell.step;
