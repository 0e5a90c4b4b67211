/** What the forms of steps and build steps offer and check, with the permission that this needs. Knows no step. */
package io.jenkins.plugins.networkshell.form;
