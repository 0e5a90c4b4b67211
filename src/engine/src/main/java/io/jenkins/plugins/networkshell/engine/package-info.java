/** What all rooms of the engine share: errors, limits, cancelling, secrets. Depends on none of them. */
package io.jenkins.plugins.networkshell.engine;
