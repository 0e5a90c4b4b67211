/** {@code backup}: a whole network's configurations, and what can be asked of their archive. */
package io.jenkins.plugins.networkshell.cli.backup;
