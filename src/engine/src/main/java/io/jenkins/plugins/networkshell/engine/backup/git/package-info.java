/**
 * An archive whose versions are kept in Git. The only package that sees JGit, so that front ends without such archives
 * do not need JGit.
 */
package io.jenkins.plugins.networkshell.engine.backup.git;
