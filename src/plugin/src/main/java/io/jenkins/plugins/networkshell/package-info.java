/**
 * Steps, build steps and their parameters: the classes that Jelly views and stored builds name, and the classes that
 * plan and run them.
 */
package io.jenkins.plugins.networkshell;
