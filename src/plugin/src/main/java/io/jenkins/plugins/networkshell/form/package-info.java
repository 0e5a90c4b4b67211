/**
 * The choices and checks that the forms of steps and build steps offer, and the permissions they require. Does not
 * depend on any step.
 */
package io.jenkins.plugins.networkshell.form;
