/** Values that are computed once for each definition. Knows no definition. */
package io.jenkins.plugins.networkshell.engine.platform.derived;
