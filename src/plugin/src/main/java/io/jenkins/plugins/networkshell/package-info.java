/** Steps, build steps and what they are described with: the classes that Jelly views and stored builds name, and what plans and runs them. */
package io.jenkins.plugins.networkshell;
