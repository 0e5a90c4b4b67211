/**
 * An archive whose versions are kept in Git. The only package that sees JGit, which front ends without such archives
 * need not have.
 */
package io.jenkins.plugins.networkshell.engine.backup.git;
