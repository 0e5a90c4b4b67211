/** What all packages of the engine share: errors, limits, cancellation, secrets. Depends on none of them. */
package io.jenkins.plugins.networkshell.engine;
